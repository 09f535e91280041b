import { describe } from 'vitest';
import { SPEC } from '../../../spec/generated/editions/dstack-0.21.2/edition.ts';
import { testAgreement } from '../../testing/agreement.ts';
import { LANGUAGE } from './language.ts';

describe('the reference and the measurements', () => {
  testAgreement({ edition: 'dstack-0.21.2', spec: SPEC, language: LANGUAGE });
});
