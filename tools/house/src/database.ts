/** The database server of one run of the tests. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL that all test files of this run share; each file makes a database
 * of its own on it. It is handed to them as TUODI_TEST_SERVER_URL. Loaded only when it is needed, so
 * that `npm test -- kernel` does not load the platform.
 */
export async function startDatabase(): Promise<TestServer> {
  const { startTestServer } = await import('@tuodi/platform/testing');
  return startTestServer();
}
