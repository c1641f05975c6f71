export interface WireServer {
  readonly name: string;
  readonly uri: string;
  readonly streams: string;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function startWireServer(wish?: {
  readonly file?: string;
  readonly port?: number;
  readonly streams?: boolean;
  readonly own?: boolean;
}): Promise<WireServer | undefined>;
