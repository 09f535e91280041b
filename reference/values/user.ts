import { describe } from '../document/describe.ts';
import { integerFromText } from '../document/numeral.ts';
import type { Tracer } from '../fields/origin.ts';
import { readText } from '../coercion/pydantic-1/text.ts';
import { reject, Rejection } from '../document/violation.ts';

/**
 * user/format: A user is `user_name_or_id[:group_name_or_id]`, and neither half is empty.
 * user/non-negative: A numeric user or group id is not negative.
 * The normal form is the text as given.
 */
export function readUser(value: unknown, trace?: Tracer): string | Rejection {
  const user = readText(value, trace);
  if (user instanceof Rejection) return user;
  const halves = user.split(':');
  if (halves.length > 2) return reject('user/format', `${describe(user)} has more than one colon`);
  if (halves.includes('')) return reject('user/format', `${describe(user)} lacks a user or a group`);
  if (halves.some((half) => (integerFromText(half) ?? 0) < 0)) {
    return reject('user/non-negative', `${describe(user)} has a negative id`);
  }
  return user;
}
