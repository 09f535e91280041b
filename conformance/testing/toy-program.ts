import { PYDANTIC_1 } from '../../reference/coercion/pydantic-1/pydantic-1.ts';
import { toyLanguage } from '../../reference/testing/toy-language.ts';
import { runAdapter } from '../adapter/adapter.ts';

/**
 * A program that tests run: an implementation of the toy edition. With the argument `any-number`, it takes any number
 * of nodes, which is wrong.
 */

const isWrong = process.argv.includes('any-number');
const language = isWrong ? toyLanguage(PYDANTIC_1, PYDANTIC_1.integer) : toyLanguage(PYDANTIC_1);
await runAdapter(language, { input: process.stdin, output: process.stdout });
process.stdin.destroy();
