import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{spec,reference,generators,conformance,reports,examples,bench}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
