import { describeConformance } from './vitest.ts';
import { normalize } from './reference.ts';

describeConformance(normalize, { name: 'the reference is conformant', cases: 300 });
