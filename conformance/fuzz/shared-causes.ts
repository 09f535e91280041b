import type { TestCase } from '../case/case.ts';
import { CauseFinder } from '../judge/cause-finder.ts';
import { explains, type Draft } from '../judge/draft.ts';
import type { CaseResult } from '../judge/outcome.ts';
import type { Symptom } from '../judge/symptom.ts';

/** The causes that failures at different places have in common. A fault in a shared reader shows in every field. */
export class SharedCauses {
  readonly #finder: CauseFinder<CaseResult>;
  #drafts: readonly Draft<CaseResult>[] = [];
  #cases = 0;
  #casesThen = 0;

  constructor(topicOf: (requirement: string) => string | undefined) {
    this.#finder = new CauseFinder(topicOf);
  }

  pass({ requirements, expected }: TestCase): void {
    this.#cases += 1;
    this.#finder.right(requirements, expected.kind === 'accepted');
  }

  fail(result: CaseResult, symptoms: readonly Symptom[]): void {
    const { requirements, expected, input } = result.test;
    this.#cases += 1;
    const isValid = expected.kind === 'accepted';
    this.#finder.fail({ symptoms, requirements, isValid, size: input.text.length, sample: result });
  }

  /** Finds the causes again if there are new cases. This takes as long as some hundred cases. */
  update(): void {
    if (this.#cases === this.#casesThen) return;
    this.#drafts = this.#finder.drafts();
    this.#casesThen = this.#cases;
  }

  /** Returns the first of several failures that has the same cause as this symptom. */
  firstAlike<Item>(
    symptom: Symptom,
    items: readonly Item[],
    symptomOf: (item: Item) => Symptom,
  ): Item | undefined {
    if (items.length === 0) return undefined;
    // This happens once for each doubling of the cases, because it takes longer than a case.
    if (this.#cases >= 2 * this.#casesThen) this.update();
    const draft = this.#draftFor(symptom);
    return draft && items.find((item) => explains(draft, symptomOf(item)));
  }

  /** Returns every place where the cause of a symptom shows, the symptom's own first. */
  placesOf(symptom: Symptom): string[] {
    const others = this.#draftFor(symptom)?.suspects ?? [];
    return [...new Set([symptom.path, ...others.map(({ path }) => path)])].filter((place) => place !== '');
  }

  #draftFor(symptom: Symptom): Draft<CaseResult> | undefined {
    return this.#drafts.find((draft) => explains(draft, symptom));
  }
}
