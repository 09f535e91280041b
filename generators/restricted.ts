import { Offer, type DeclarableField } from './choices/offer.ts';
import type { Grammar } from './grammar.ts';
import type { Mutation } from './mutation.ts';

/**
 * Returns a grammar whose documents have declared fields alone. It draws no other field and breaks no other, so it
 * gives as many cases as the whole grammar, all of them about the declared fields or about documents in general.
 */
export function restricted<Meaning extends object, Normal extends object>(
  grammar: Grammar<Meaning, Normal>,
  isDeclared: (field: DeclarableField) => boolean,
): Grammar<Meaning, Normal> {
  const offer = new Offer(grammar.fields, isDeclared);
  const mutations = [...grammar.mutations].map(
    ([requirement, all]) => [requirement, all.filter((each) => isOffered(offer, each))] as const,
  );
  const foci = Object.entries(grammar.foci).map(
    ([topic, all]) => [topic, all.filter((focus) => offer.has(focus))] as const,
  );
  return {
    ...grammar,
    offer,
    mutations: new Map(mutations.filter(([, all]) => all.length > 0)),
    foci: Object.fromEntries(foci.filter(([, all]) => all.length > 0)),
  };
}

function isOffered(offer: Offer, mutation: Mutation): boolean {
  const { needs = mutation.kind === 'fields' ? mutation.claims.map((field) => [field]) : [] } = mutation;
  return needs.every((path) => offer.has(path));
}
