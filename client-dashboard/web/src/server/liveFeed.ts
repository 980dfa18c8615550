import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import type { LiveFrame } from '../generated/messages';

/** How well the page is connected, said plainly. */
export type Connection =
  | { readonly kind: 'connecting' | 'live' }
  | { readonly kind: 'reconnecting' | 'behind'; readonly seconds: number };

const firstPause = 250;
const longestPause = 5_000;
/** Frames come four times a second; without one for so long, what is shown is old. */
const silence = 2_000;
/** Without a frame for so long, the connection is given up and made anew. */
const deadSilence = 10_000;

/**
 * The live connection. Goes on from the last position after every break, and takes a frame only if it follows the one
 * before: a frame that does not means that something was missed, and the stream is asked for again from there.
 */
export class LiveFeed {
  private connection: HubConnection | undefined;
  private position: string;
  private lastFrameAt = performance.now();
  private streaming = false;
  private wasLive = false;
  private behindSeconds = 0;
  private pause = firstPause;
  private watched: readonly string[] = [];
  private stopped = false;

  constructor(
    position: string,
    private readonly onFrame: (frame: LiveFrame) => void,
    private readonly onConnection: (connection: Connection) => void,
  ) {
    this.position = position;
  }

  /** Connects, and stays connected until {@link stop}. */
  start(): void {
    this.stopped = false;
    const pulse = window.setInterval(() => this.tell(), 500);
    void this.run().finally(() => window.clearInterval(pulse));
  }

  /** Ends it for good. */
  stop(): void {
    this.stopped = true;
    void this.connection?.stop();
  }

  /** Sets which shipments' rows come in the frames. */
  watch(keys: readonly string[]): void {
    this.watched = keys;
    this.sendWatched();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.connectOnce();
      } catch {
        // The pause below and the state on the screen are the answer to a connection that fails.
      }
      this.streaming = false;
      if (this.stopped) return;
      this.tell();
      await new Promise((resume) => setTimeout(resume, this.pause));
      this.pause = Math.min(this.pause * 2, longestPause);
    }
  }

  private async connectOnce(): Promise<void> {
    const connection = new HubConnectionBuilder()
      .withUrl('/live', { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .withHubProtocol(new MessagePackHubProtocol())
      .configureLogging(LogLevel.None)
      .build();
    connection.serverTimeoutInMilliseconds = deadSilence;
    this.connection = connection;
    const closed = new Promise<void>((resolve) => connection.onclose(() => resolve()));
    await connection.start();
    const giveUp = (): void => void connection.stop();
    connection.stream<LiveFrame>('Stream', this.position).subscribe({
      next: (frame) => {
        if (connection === this.connection && !this.take(frame)) giveUp();
      },
      error: giveUp,
      complete: giveUp,
    });
    this.sendWatched();
    await closed;
  }

  private take(frame: LiveFrame): boolean {
    if (!frame.resync && frame.previous !== this.position) return false;
    this.position = frame.position;
    this.lastFrameAt = performance.now();
    this.streaming = true;
    this.wasLive = true;
    this.pause = firstPause;
    this.behindSeconds = frame.counters?.behindSeconds ?? this.behindSeconds;
    this.onFrame(frame);
    this.tell();
    return true;
  }

  private sendWatched(): void {
    if (this.connection?.state !== 'Connected') return;
    // A refused or lost call is repaired by the next one, or by the reconnection.
    this.connection.invoke('Watch', this.watched).catch(() => undefined);
  }

  private tell(): void {
    const age = performance.now() - this.lastFrameAt;
    if (this.streaming && age > deadSilence) void this.connection?.stop();
    if (!this.wasLive) this.onConnection({ kind: 'connecting' });
    else if (!this.streaming) this.onConnection({ kind: 'reconnecting', seconds: Math.round(age / 1000) });
    else if (age > silence) this.onConnection({ kind: 'behind', seconds: Math.round(age / 1000) });
    else if (this.behindSeconds >= 1) this.onConnection({ kind: 'behind', seconds: Math.round(this.behindSeconds) });
    else this.onConnection({ kind: 'live' });
  }
}
