import { describe } from 'vitest';
import { SPEC } from '../../../spec/generated/editions/dstack-0.18.42/edition.ts';
import { testAgreement } from '../../testing/agreement.ts';
import { LANGUAGE } from './language.ts';

describe('the reference and the measurements', () => {
  testAgreement({ edition: 'dstack-0.18.42', spec: SPEC, language: LANGUAGE });
});
