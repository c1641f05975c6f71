/** The English dictionary with Persian over it, package by package. */
export function overPersian(english: object): object {
  return Object.fromEntries(Object.entries(english).map(([name, strings]) => [name, { ...strings, ...persian[name] }]));
}

type Facts = Readonly<Record<string, string | number>>;
interface Formatter {
  readonly number: (value: string | number | undefined) => string;
}

/** A package missing from a dictionary throws, so what no page of ours shows (colour names) stays English. Persian has one form after a number. */
const persian: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '@react-aria/tree': { expand: 'باز کردن', collapse: 'بستن' },
  '@react-aria/toast': { close: 'بستن', notifications: (facts: Facts, to: Formatter) => `${to.number(facts.count)} اعلان.` },
  '@react-aria/tag': { removeDescription: 'برای حذف برچسب، Delete را بزنید.', removeButtonLabel: 'حذف' },
  '@react-aria/table': {
    select: 'انتخاب',
    selectAll: 'انتخاب همه',
    sortable: 'ستون مرتب‌شدنی',
    ascending: 'صعودی',
    descending: 'نزولی',
    ascendingSort: (facts: Facts) => `مرتب‌شده بر پایهٔ ستون ${facts.columnName}، صعودی`,
    descendingSort: (facts: Facts) => `مرتب‌شده بر پایهٔ ستون ${facts.columnName}، نزولی`,
    columnSize: (facts: Facts) => `${facts.value} پیکسل`,
    resizerDescription: 'برای تغییر پهنا Enter را بزنید',
    expand: 'باز کردن',
    collapse: 'بستن',
  },
  '@react-aria/spinbutton': { Empty: 'خالی' },
  '@react-aria/searchfield': { 'Clear search': 'پاک کردن جست‌وجو' },
  '@react-aria/previewtrigger': { longPressMessage: 'برای پیش‌نمایش، انگشت را نگه دارید' },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/numberfield': {
    decrease: (facts: Facts) => `کاستن از ${facts.fieldLabel}`,
    increase: (facts: Facts) => `افزودن به ${facts.fieldLabel}`,
    numberField: 'خانهٔ عدد',
  },
  '@react-aria/menu': { longPressMessage: 'برای باز کردن فهرست، انگشت را نگه دارید یا Alt و پیکان پایین را بزنید' },
  '@react-aria/gridlist': {
    hasActionAnnouncement: 'این ردیف کاری برای انجام دارد',
    hasLinkAnnouncement: (facts: Facts) => `این ردیف پیوند دارد: ${facts.link}`,
  },
  '@react-aria/grid': {
    deselectedItem: (facts: Facts) => `${facts.item} دیگر انتخاب نیست.`,
    select: 'انتخاب',
    selectedCount: (facts: Facts, to: Formatter) =>
      facts.count === 0 ? 'چیزی انتخاب نشده است.' : `${to.number(facts.count)} مورد انتخاب شد.`,
    selectedAll: 'همه انتخاب شد.',
    selectedItem: (facts: Facts) => `${facts.item} انتخاب شد.`,
    longPressToSelect: 'برای انتخاب، انگشت را نگه دارید.',
  },
  '@react-aria/datepicker': {
    era: 'دوره',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'ق.ظ/ب.ظ',
    calendar: 'تقویم',
    startDate: 'از تاریخ',
    endDate: 'تا تاریخ',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: (facts: Facts) => `تاریخ انتخاب‌شده: ${facts.date}`,
    selectedRangeDescription: (facts: Facts) => `بازهٔ انتخاب‌شده: از ${facts.startDate} تا ${facts.endDate}`,
    selectedTimeDescription: (facts: Facts) => `زمان انتخاب‌شده: ${facts.time}`,
  },
  '@react-aria/combobox': {
    focusAnnouncement: (facts: Facts) => `${facts.optionText}${String(facts.isSelected) === 'true' ? '، انتخاب‌شده' : ''}`,
    countAnnouncement: (facts: Facts, to: Formatter) => `${to.number(facts.optionCount)} گزینه هست.`,
    selectedAnnouncement: (facts: Facts) => `${facts.optionText}، انتخاب‌شده`,
    buttonLabel: 'نمایش پیشنهادها',
    listboxLabel: 'پیشنهادها',
  },
  '@react-aria/calendar': {
    previous: 'قبلی',
    next: 'بعدی',
    selectedDateDescription: (facts: Facts) => `تاریخ انتخاب‌شده: ${facts.date}`,
    selectedRangeDescription: (facts: Facts) => `بازهٔ انتخاب‌شده: ${facts.dateRange}`,
    todayDate: (facts: Facts) => `امروز، ${facts.date}`,
    todayDateSelected: (facts: Facts) => `امروز، ${facts.date}، انتخاب‌شده`,
    dateSelected: (facts: Facts) => `${facts.date}، انتخاب‌شده`,
    startRangeSelectionPrompt: 'برای آغاز بازه کلیک کنید',
    finishRangeSelectionPrompt: 'برای پایان بازه کلیک کنید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: (facts: Facts) => `از ${facts.startDate} تا ${facts.endDate}`,
  },
  '@react-aria/breadcrumbs': { breadcrumbs: 'مسیر' },
  '@react-aria/autocomplete': { collectionLabel: 'پیشنهادها' },
  '@react-stately/datepicker': {
    rangeUnderflow: (facts: Facts) => `باید ${facts.minValue} یا پس از آن باشد.`,
    rangeOverflow: (facts: Facts) => `باید ${facts.maxValue} یا پیش از آن باشد.`,
    rangeReversed: 'آغاز باید پیش از پایان باشد.',
    unavailableDate: 'این تاریخ را نمی‌توان انتخاب کرد.',
  },
  'react-aria-components': {
    selectPlaceholder: 'انتخاب کنید',
    tableResizer: 'تغییر پهنا',
    dropzoneLabel: 'جای رها کردن',
    colorSwatchPicker: 'رنگ‌ها',
  },
};
