import { readIntroduction } from '../protocol/handshake.ts';
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
  /** `diagnosis` says in plain words why the process can't be asked. */
  | { readonly kind: 'failed'; readonly diagnosis: string; readonly stderr: string };

/** Starts a process and shakes hands with it. */
export function openSession(settings: SessionSettings): Promise<Opened> {
  const { suite, spec, fields, startupTimeoutMs } = settings;
  return new Promise((done) => {
    let diagnosis: string | undefined;
    const wire = new Wire(settings, {
      line: (bytes) => {
        const greeting = readIntroduction(bytes, fields);
        if (greeting.kind === 'introduced') {
          wire.unwatch();
          done({ kind: 'open', session: new Session(greeting.introduction, wire) });
        } else {
          diagnosis = greeting.diagnosis;
          wire.stop({ kind: 'aborted' });
        }
      },
      pause: () => undefined,
      ended: (ending) => {
        done({ kind: 'failed', diagnosis: diagnosis ?? diagnoseEnding(ending), stderr: wire.stderrSince(0) });
      },
    });
    wire.watch(startupTimeoutMs);
    wire.send(initializeRequest(suite, spec));
  });
}
