import { describe } from '../document/describe.ts';
import { integerFromText } from '../document/numeral.ts';
import type { Reader } from '../fields/reader.ts';
import type { Coercion } from '../coercion/coercion.ts';
import { reject, Rejection } from '../document/violation.ts';

/**
 * user/format: A user is `user_name_or_id[:group_name_or_id]`, and neither half is empty.
 * user/non-negative: A numeric user or group id is not negative.
 * The normal form is the text as given.
 */
export function userReader(coercion: Coercion): Reader<string> {
  return function readUser(value, trace) {
    const user = coercion.text(value, trace);
    if (user instanceof Rejection) return user;
    const halves = user.split(':');
    if (halves.length > 2) return reject('user/format', `${describe(user)} has more than one colon`);
    if (halves.includes('')) return reject('user/format', `${describe(user)} lacks a user or a group`);
    if (halves.some((half) => (integerFromText(half) ?? 0) < 0)) {
      return reject('user/non-negative', `${describe(user)} has a negative id`);
    }
    return user;
  };
}
