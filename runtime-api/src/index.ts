export { openServer, type RunningServer, type ServerSettings } from './http/server.ts';
export { main } from './main.ts';
