import type { CaseLine, HeaderLine, LogExpectedAccepted } from '../../spec/generated/event-log.ts';
import { expectedOf, heardOf } from '../cause-text.ts';
import type { ShowDocument } from '../format.ts';
import { cutBytes } from '../cut-bytes.ts';
import { shown } from '../visible.ts';
import { AnswerDiff } from './answer-diff.tsx';
import { caseCommands } from './case-commands.ts';
import { DocumentView } from './document-view.tsx';
import { CopyButton } from './words.tsx';

/** A longer document, answer or standard error, in bytes, is cut. */
const LONGEST_TEXT = 8000;

interface CaseEvidenceProps {
  readonly line: CaseLine;
  readonly header: HeaderLine | undefined;
  readonly show: ShowDocument | undefined;
  /** Begins the ids of its elements; unique in the page. */
  readonly anchor: string;
}

/** Shows one case: what was asked, what was expected and received, and how to ask it again. */
export function CaseEvidence({ line, header, show, anchor }: CaseEvidenceProps) {
  const { stderr, input } = line;
  return (
    <div class="case">
      <p class="case-name">
        <span class="label">Shortest case</span> <code>{line.case}</code>
      </p>
      <Facts line={line} />
      <div class="documents">
        {documentsOf(line, show).map((document) => (
          <DocumentView
            key={document.notation}
            document={document}
            given={input}
            id={`${anchor}-${document.notation}`}
          />
        ))}
      </div>
      <Answer line={line} />
      {stderr !== undefined && (
        <figure class="text">
          <figcaption>Standard error</figcaption>
          <pre tabIndex={0}>
            <code>{cutBytes(stderr.trimEnd(), LONGEST_TEXT)}</code>
          </pre>
        </figure>
      )}
      <Commands line={line} header={header} anchor={anchor} />
    </div>
  );
}

/** Returns the document in every notation that can say it, with the first place that is wrong. */
function documentsOf({ input, expected, differences = [] }: CaseLine, show: ShowDocument | undefined) {
  const places = 'rejected' in expected ? expected.rejected : differences;
  return (
    show?.(input, places[0]?.path ?? '') ?? [{ notation: input.kind, text: input.text, line: undefined }]
  );
}

/** The verdict and the rightness of the answer are two facts: a right verdict may come with wrong values. */
function Facts({ line }: { readonly line: CaseLine }) {
  const { verdict, rightness } = factsOf(line);
  return (
    <dl class="facts">
      <div>
        <dt>Verdict</dt>
        <dd class={verdict.isRight ? 'right' : 'wrong'}>
          <span aria-hidden="true">{verdict.isRight ? '✓' : '✗'}</span> {verdict.text}
        </dd>
      </div>
      <div>
        <dt>Rightness</dt>
        <dd class={rightness.isRight ? 'right' : 'wrong'}>
          <span aria-hidden="true">{rightness.isRight ? '✓' : '✗'}</span> {rightness.text}
        </dd>
      </div>
    </dl>
  );
}

interface Fact {
  readonly isRight: boolean;
  readonly text: string;
}

function factsOf(line: CaseLine): { readonly verdict: Fact; readonly rightness: Fact } {
  const { received, outcome, message, differences = [], nondeterministic } = line;
  const should = 'accepted' in line.expected ? 'accepted' : 'rejected';
  const did =
    received === null
      ? undefined
      : 'accepted' in received
        ? 'accepted'
        : 'rejected' in received
          ? 'rejected'
          : undefined;
  const verdict =
    did === undefined
      ? { isRight: false, text: `none: ${outcome}` }
      : {
          isRight: did === should,
          text: did === should ? `${did}, as it should be` : `${did}, and should be ${should}`,
        };
  const unsure = nondeterministic === undefined ? '' : `; asked again: ${shown(nondeterministic)}`;
  const rightness =
    outcome === 'pass'
      ? { isRight: true, text: 'nothing differs' }
      : differences.length > 0
        ? {
            isRight: false,
            text: `${differences.length === 1 ? 'one value is' : `${differences.length} values are`} wrong${unsure}`,
          }
        : {
            isRight: false,
            text: `${shown(message ?? 'not judged, because the verdict is wrong')}${unsure}`,
          };
  return { verdict, rightness };
}

function Answer({ line }: { readonly line: CaseLine }) {
  const { expected, differences = [] } = line;
  if (isAccepted(expected) && differences.length > 0)
    return <AnswerDiff expected={expected.accepted} differences={differences} />;
  return (
    <dl class="diff place">
      <dt class="path">the whole answer</dt>
      <dd class="removed">
        <span class="label">expected</span> <code>{expectedOf(line)}</code>
      </dd>
      <dd class="added">
        <span class="label">received</span> <code>{cutBytes(heardOf(line), LONGEST_TEXT)}</code>
      </dd>
    </dl>
  );
}

function isAccepted(expected: CaseLine['expected']): expected is LogExpectedAccepted {
  return 'accepted' in expected;
}

function Commands({ line, header, anchor }: Omit<CaseEvidenceProps, 'show'>) {
  const { replay, normalize } = caseCommands(line, header);
  return (
    <div class="commands">
      {replay !== undefined && <Command title="Ask it again" text={replay} id={`${anchor}-replay`} />}
      {normalize !== undefined && (
        <Command title="What the reference says" text={normalize} id={`${anchor}-normalize`} />
      )}
    </div>
  );
}

function Command({
  title,
  text,
  id,
}: {
  readonly title: string;
  readonly text: string;
  readonly id: string;
}) {
  return (
    <figure class="text command">
      <figcaption>
        {title}
        <CopyButton what="line" text={text} shownIn={id} />
      </figcaption>
      <pre tabIndex={0}>
        <code id={id}>{text}</code>
      </pre>
    </figure>
  );
}
