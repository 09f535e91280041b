import { readdirSync, readFileSync } from 'node:fs';

/** The bench runs in the project's folder. */
const TASKS = 'examples/tasks';

/** The YAML texts of the example tasks. */
export function exampleTasks(): readonly string[] {
  return readdirSync(TASKS)
    .filter((name) => name.endsWith('.dstack.yml'))
    .map((name) => readFileSync(`${TASKS}/${name}`, 'utf8'));
}
