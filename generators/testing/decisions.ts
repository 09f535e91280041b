import { RecordingSource, type Span } from '../choices/choices.ts';
import { RandomSource, type Source } from '../choices/source.ts';

/** Takes a few decisions in nested spans. */
export function decide(source: Source): number[] {
  const drawn = [source.below(10)];
  source.enter('part');
  for (let item = 0; item < 3; item += 1) {
    source.enter('item');
    drawn.push(source.below(1_000), source.below(2));
    source.leave();
  }
  source.leave();
  drawn.push(source.below(5));
  return drawn;
}

/** Takes the same decisions at random, and records them. */
export function recorded(low: number): { readonly drawn: number[]; readonly choices: Span } {
  const source = new RecordingSource(new RandomSource(low, 1));
  return { drawn: decide(source), choices: source.choices() };
}
