import { QueryClient } from '@tanstack/react-query';
import { RefusedRead } from './problem.ts';

/**
 * What is open is kept until a hint says that it has changed; what nobody listened to meanwhile is shown at once and asked again. A refusal is an answer and is not asked again, a missing connection is.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 0,
        retry: (count, error) => error instanceof RefusedRead && [0, 502, 503].includes(error.problem.status) && count < 2,
        retryDelay: (count) => 1_000 * 2 ** count,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
