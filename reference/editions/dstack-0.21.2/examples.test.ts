import { SPEC } from '../../../spec/generated/editions/dstack-0.21.2/edition.ts';
import { testExamples } from '../../testing/agreement.ts';
import { LANGUAGE } from './language.ts';

testExamples({ spec: SPEC, language: LANGUAGE });
