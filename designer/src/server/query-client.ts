import { QueryClient } from '@tanstack/react-query';
import { RefusedRead } from './problem.ts';

/** Reads are kept until a hint says that they have changed; a refusal is an answer and is not asked again, a missing connection is. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => error instanceof RefusedRead && [0, 502, 503].includes(error.problem.status) && count < 2,
        retryDelay: (count) => 1_000 * 2 ** count,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
