import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{spec,reference,generators,conformance,reports,examples}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
