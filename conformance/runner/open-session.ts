import { readIntroduction, type Greeting } from '../protocol/handshake.ts';
import { initializeRequest } from '../protocol/protocol.ts';
import { Session } from './session.ts';
import { Wire, type WireSettings } from '../process/wire.ts';
import { diagnoseEnding } from './diagnose-ending.ts';

export interface SessionSettings extends WireSettings {
  readonly suite: { readonly name: string; readonly version: string };
  readonly spec: string;
  /** The names of the fields that an implementation can declare. */
  readonly fields: readonly string[];
  readonly startupTimeoutMs: number;
}

export type Opened =
  | { readonly kind: 'open'; readonly session: Session }
  /**
   * `diagnosis` says in plain words why the process can't be asked. `editions` are those that it answers for, if it
   * does not answer for the one that was asked for.
   */
  | {
      readonly kind: 'failed';
      readonly diagnosis: string;
      readonly stderr: string;
      readonly editions?: readonly string[];
    };

/** Starts a process and shakes hands with it. */
export function openSession(settings: SessionSettings): Promise<Opened> {
  const { suite, spec, fields, startupTimeoutMs } = settings;
  return new Promise((done) => {
    let refused: Extract<Greeting, { kind: 'refused' }> | undefined;
    const wire = new Wire(settings, {
      line: (bytes) => {
        const greeting = readIntroduction(bytes, fields, spec);
        if (greeting.kind === 'introduced') {
          wire.unwatch();
          done({ kind: 'open', session: new Session(greeting.introduction, wire) });
        } else {
          refused = greeting;
          wire.stop({ kind: 'aborted' });
        }
      },
      pause: () => undefined,
      ended: (ending) => {
        const { diagnosis = diagnoseEnding(ending), editions } = refused ?? {};
        const others = editions === undefined ? {} : { editions };
        done({ kind: 'failed', diagnosis, stderr: wire.stderrSince(0), ...others });
      },
    });
    wire.watch(startupTimeoutMs);
    wire.send(initializeRequest(suite, spec));
  });
}
