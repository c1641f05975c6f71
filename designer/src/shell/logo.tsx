/** The eight-pointed star, a tick, and the amber dot of a date kept. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={`${size / 16}rem`} height={`${size / 16}rem`} viewBox="0 0 28 28" aria-hidden="true">
      <path
        d="M14 1l3.81 3.81h5.38v5.38L27 14l-3.81 3.81v5.38h-5.38L14 27l-3.81-3.81H4.81v-5.38L1 14l3.81-3.81V4.81h5.38z"
        fill="var(--accent)"
      />
      <path
        d="M9.3 14.3l3.2 3.2 6.2-6.8"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="21.8" cy="6.2" r="3.4" fill="var(--time-fill)" stroke="var(--surface)" strokeWidth="1.5" />
    </svg>
  );
}
