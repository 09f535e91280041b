import type { CaseLine, HeaderLine } from '../../spec/generated/event-log.ts';
import { replayLine } from '../cause-text.ts';
import type { ShowDocument } from '../format.ts';
import { visible, visibleLines } from '../visible.ts';
import { Answer } from './answer.tsx';
import { CopyButton } from './copy-button.tsx';
import { Documents } from './document.tsx';

/** One case with everything that is known about it. */
export function Case({
  line,
  header,
  show,
}: {
  readonly line: CaseLine;
  readonly header: HeaderLine | undefined;
  readonly show: ShowDocument | undefined;
}) {
  const { input, stderr, nondeterministic } = line;
  const replay = header === undefined ? undefined : replayLine(header, line);
  const flags = input.kind === 'json' ? ' --json' : '';
  return (
    <>
      <Facts line={line} />
      <Documents line={line} place={placeOf(line)} show={show} />
      <h4>What was expected, what came</h4>
      <Answer line={line} />
      {nondeterministic === undefined ? null : (
        <p>
          <strong>Asked again, it answered differently:</strong> {visible(nondeterministic)}
        </p>
      )}
      {stderr === undefined ? null : (
        <>
          <h4>Standard error</h4>
          <pre tabIndex={0}>{visibleLines(stderr.trimEnd())}</pre>
        </>
      )}
      {replay === undefined ? null : (
        <>
          <h4>Ask it again</h4>
          <pre tabIndex={0}>{replay}</pre>
        </>
      )}
      <p class="buttons">
        <CopyButton what="document" text={input.text} />
        {replay === undefined ? null : <CopyButton what="replay line" text={replay} />}
        <CopyButton what="normalize line" text={`dstack-conformance normalize -${flags}`} />
      </p>
    </>
  );
}

/** The verdict of the program, and whether it is right: two facts. */
function Facts({ line }: { readonly line: CaseLine }) {
  return (
    <dl class="pair">
      <dt>case</dt>
      <dd>
        <code>{visible(line.case)}</code>
      </dd>
      <dt>the document is</dt>
      <dd>{'accepted' in line.expected ? 'valid' : 'invalid'}</dd>
      <dt>the program</dt>
      <dd>{verdictIn(line)}</dd>
      <dt>that is</dt>
      <dd>{rightnessOf(line)}</dd>
    </dl>
  );
}

function verdictIn({ outcome, received, message }: CaseLine): string {
  switch (outcome) {
    case 'crash':
    case 'hang':
    case 'protocol-error':
      return visible(message ?? outcome);
    case 'unsupported':
      return `does not know: ${visible(message ?? '')}`;
    case 'not-run':
      return 'was not asked';
    default:
      return received !== null && 'rejected' in received ? 'rejected it' : 'accepted it';
  }
}

function rightnessOf({ outcome, expected, received }: CaseLine): string {
  if (outcome === 'pass') return 'right';
  if (outcome !== 'fail') return 'no answer that could be right';
  const isAccepted = received !== null && 'accepted' in received;
  return isAccepted && 'accepted' in expected ? 'the right verdict, with wrong values' : 'the wrong verdict';
}

/** The place in the document that the case is about: of the first difference, or of the violation. */
function placeOf({ expected, differences = [] }: CaseLine): string {
  if ('rejected' in expected) return expected.rejected[0]?.path ?? '';
  return differences[0]?.path ?? '';
}
