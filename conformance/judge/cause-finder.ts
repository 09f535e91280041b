import { causeId, inOrderOfGain, isBrokenRun, type Cause } from './cause.ts';
import { withConsequences, type Combination } from './consequence.ts';
import { draftsOf, type Draft } from './draft.ts';
import { RightAnswers } from './right-answers.ts';
import { Samples, suspectKey, type LoggedSymptom, type Suspect } from './suspect.ts';

/** A failing case. */
export interface FailingCase<Sample> {
  readonly symptoms: readonly LoggedSymptom[];
  /** The requirements that the case exercises, and whether its document is valid. */
  readonly requirements: readonly string[];
  readonly isValid: boolean;
  /** The length of the document. The shortest ones are shown. */
  readonly size: number;
  readonly sample: Sample;
}

/**
 * This many symptoms are distinguished by all their requirements. Later ones are only distinguished by kind, place and
 * message.
 */
const MOST_SUSPECTS = 3000;
/** This many combinations of symptoms in one case are counted for the gain of a cause. */
const MOST_COMBINATIONS = 4000;

/** Finds the causes of failures: it receives every case of a run, one by one, and groups the failures by cause. */
export class CauseFinder<Sample> {
  readonly #topicOf: (requirement: string) => string | undefined;
  readonly #accepted = new RightAnswers();
  readonly #refused = new RightAnswers();
  readonly #suspects = new Map<string, Suspect<Sample>>();
  readonly #combinations = new Map<string, Combination<Sample>>();

  /** `topicOf` returns the topic of a requirement, because a topic that a program never refuses is one cause. */
  constructor(topicOf: (requirement: string) => string | undefined) {
    this.#topicOf = topicOf;
  }

  /** Adds a case that was answered rightly. */
  right(requirements: readonly string[], isValid: boolean): void {
    if (!isValid) this.#refused.add(requirements);
    else if (isTelling(requirements)) this.#accepted.add(requirements);
  }

  /** Adds a case that failed. Returns the keys of what is wrong, under which `causesByKey` has the causes. */
  fail({ symptoms, requirements, isValid, size, sample }: FailingCase<Sample>): readonly string[] {
    if (isValid && isTelling(requirements)) this.#accepted.mention(requirements);
    const isAccepted = symptoms.every(({ kind }) => kind === 'wrong-value' || kind === 'left-out');
    if (isValid && isAccepted && isTelling(requirements)) {
      const wrong = new Set(symptoms.flatMap((each) => each.requirements));
      this.#accepted.add(requirements.filter((id) => !wrong.has(id)));
    }
    const suspects = new Set(symptoms.map((symptom) => this.#suspect(symptom)));
    for (const suspect of suspects) {
      suspect.count += 1;
      suspect.samples.add(size, sample);
    }
    this.#combine([...suspects]);
    return [...suspects].map(({ key }) => key);
  }

  /** Returns all causes so far: documented ones first, then in the order of their gain. */
  causes(): Cause<Sample>[] {
    return inOrderOfGain([...this.#named().values()]);
  }

  /** Returns the same causes by the keys that `fail` returned. */
  causesByKey(): ReadonlyMap<string, Cause<Sample>> {
    return new Map(
      [...this.#named()].flatMap(([{ suspects }, cause]) => suspects.map(({ key }) => [key, cause] as const)),
    );
  }

  /** Returns the causes so far by their drafts. */
  #named(): Map<Draft<Sample>, Cause<Sample>> {
    const drafts = this.drafts();
    const draftOf = new Map(drafts.flatMap((draft) => draft.suspects.map((each) => [each, draft] as const)));
    const gains = new Map<Draft<Sample>, number>();
    for (const { suspects, count } of this.#combinations.values()) {
      const [only, ...others] = new Set(suspects.map((suspect) => draftOf.get(suspect)));
      if (only !== undefined && others.length === 0) gains.set(only, (gains.get(only) ?? 0) + count);
    }
    return new Map(drafts.map((draft) => [draft, causeOf(draft, gains.get(draft) ?? 0)]));
  }

  /** Returns the same causes before they have names, with the symptoms that each explains. */
  drafts(): Draft<Sample>[] {
    const evidence = { accepted: this.#accepted, refused: this.#refused, topicOf: this.#topicOf };
    return withConsequences(
      draftsOf([...this.#suspects.values()], evidence),
      this.#combinations.values(),
      (id) => this.#accepted.isExercised(id),
    );
  }

  #suspect(symptom: LoggedSymptom): Suspect<Sample> {
    const exact = suspectKey(symptom);
    const known = this.#suspects.get(exact);
    if (known !== undefined) return known;
    if (this.#suspects.size < MOST_SUSPECTS) return this.#newSuspect(exact, symptom);
    const rough = suspectKey({ ...symptom, requirements: [] });
    const alike = this.#suspects.get(rough) ?? this.#newSuspect(rough, symptom);
    alike.requirements = alike.requirements.filter((id) => symptom.requirements.includes(id));
    return alike;
  }

  #newSuspect(key: string, symptom: LoggedSymptom): Suspect<Sample> {
    const suspect = { ...symptom, key, count: 0, samples: new Samples<Sample>() };
    this.#suspects.set(key, suspect);
    return suspect;
  }

  #combine(suspects: readonly Suspect<Sample>[]): void {
    const key = suspects
      .map((suspect) => suspect.key)
      .sort()
      .join('\n');
    const known = this.#combinations.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#combinations.size < MOST_COMBINATIONS) this.#combinations.set(key, { suspects, count: 1 });
  }
}

/**
 * Returns whether a case shows what it rests on. A case about one requirement alone, such as an example, does not show
 * what else it rests on.
 */
function isTelling(requirements: readonly string[]): boolean {
  return requirements.length > 1;
}

function causeOf<Sample>(
  { kind, requirement, requirements, suspects }: Draft<Sample>,
  gain: number,
): Cause<Sample> {
  const places = mostFrequent(suspects);
  const said = isBrokenRun(kind) ? onlyOne(suspects.map((each) => each.said)) : '';
  const place = places.length > 1 ? '*' : (places[0] ?? '');
  const samples = new Samples<Sample>();
  for (const suspect of suspects) samples.addAll(suspect.samples);
  return {
    id: causeId({ kind, requirement, place, said }),
    kind,
    level: suspects.some(({ level }) => level === 'documented') ? 'documented' : 'observed',
    requirement,
    requirements,
    place,
    places,
    said,
    count: suspects.reduce((sum, { count }) => sum + count, 0),
    gain,
    samples: samples.shortest,
  };
}

function onlyOne(texts: readonly string[]): string {
  const [first = '', ...others] = new Set(texts);
  return others.length === 0 ? first : '';
}

function mostFrequent(suspects: readonly Suspect<unknown>[]): string[] {
  const counts = new Map<string, number>();
  for (const { path, count } of suspects) if (path !== '') counts.set(path, (counts.get(path) ?? 0) + count);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([path]) => path);
}
