import { createApi } from '@tuodi/web-client';
import {
  getConsoleOrder,
  getEconomyBoard,
  getMe,
  getOverview,
  getTenant,
  listConsoleOrders,
  listLog,
} from '@tuodi/web-client';
import type { Answer, Api, OrderDetail, OrderQuery, Problem } from '@tuodi/web-client';
import { pendingRefunds } from '@tuodi/web-view';
import { QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';

/** A problem on its way through react-query, which knows failures only as thrown errors. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The value of an answer, or its problem thrown for react-query to carry. */
export function valueOf<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new ProblemError(answer.problem);
}

/** The problem that a query or a mutation failed with. */
export function problemOf(error: Error): Problem {
  if (error instanceof ProblemError) return error.problem;
  return {
    type: 'about:blank',
    title: '',
    status: 0,
    code: 'console.fault',
    detail: error.message,
    traceId: '',
  };
}

const NOT_SIGNED_IN = 401;

export function createQueries(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal does not change by asking again; only a lost connection may.
        retry: (failures, error) => failures < 2 && problemOf(error).status === 0,
      },
    },
  });
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return;
    const expired = problemOf(event.action.error).status === NOT_SIGNED_IN;
    // The session ended while a page was open: asking who is here leads to the sign-in page.
    if (expired && event.query.queryKey[0] !== 'me') {
      void client.invalidateQueries({ queryKey: ['me'] });
    }
  });
  return client;
}

export const ApiContext = createContext<Api>(createApi({ base: '', language: 'zh' }));

export function useApi(): Api {
  return use(ApiContext);
}

export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: ['me'],
    staleTime: 60_000,
    queryFn: async () => {
      const answer = await getMe(api);
      if (!answer.ok && answer.problem.status === NOT_SIGNED_IN) return null;
      return valueOf(answer);
    },
  });
}

export function useTenant() {
  const api = useApi();
  return useQuery({
    queryKey: ['tenant'],
    staleTime: 60_000,
    queryFn: async () => valueOf(await getTenant(api)),
  });
}

export function useOverview() {
  const api = useApi();
  return useQuery({
    queryKey: ['overview'],
    refetchInterval: 30_000,
    queryFn: async () => valueOf(await getOverview(api)),
  });
}

export function useOrders(query: OrderQuery) {
  const api = useApi();
  return useQuery({
    queryKey: ['orders', query],
    placeholderData: (previous) => previous,
    queryFn: async () => valueOf(await listConsoleOrders(api, query)),
  });
}

export function useOrder(orderId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['order', orderId],
    refetchInterval: ({ state }) => (isMoving(state.data) ? 3_000 : false),
    queryFn: async () => valueOf(await getConsoleOrder(api, orderId)),
  });
}

/** Whether somebody else is about to change the order: the gateway, or the settlement. */
function isMoving(order: OrderDetail | undefined): boolean {
  if (order === undefined) return false;
  return order.state === 'settling' || pendingRefunds(order).length > 0;
}

export function useBoard() {
  const api = useApi();
  return useQuery({
    queryKey: ['economy'],
    refetchInterval: 30_000,
    queryFn: async () => valueOf(await getEconomyBoard(api)),
  });
}

const LOG_PAGE = 15;

export function useLog() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['log'],
    initialPageParam: '',
    queryFn: async ({ pageParam }) =>
      valueOf(
        await listLog(api, {
          limit: LOG_PAGE,
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
