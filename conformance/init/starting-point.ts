import { posix } from 'node:path';
import { CONFIGURATION_FILE } from '../configuration/configuration-name.ts';
import type { Found } from './found.ts';
import type { Language } from './language.ts';
import { SKELETONS } from './skeleton.ts';
import { skeletonText, type SkeletonFile } from './skeleton-text.ts';
import { workflowText } from './workflow-text.ts';

/** A file that a repository gets. */
export interface StartingFile {
  /** From the folder where `init` runs. */
  readonly path: string;
  readonly about: string;
  readonly text: string;
}

/** The folder of the adapter and of all that belongs to it. */
const FOLDER = 'conformance';

/** Returns the files of a starting point: adapter, configuration, baseline, folder for finds, and workflow. */
export function startingPoint(language: Language, found: Found): readonly StartingFile[] {
  const { files, command, startupTimeout, setup } = SKELETONS[language];
  const [adapter] = files;
  const words = command(placeOf(adapter), found);
  return [
    ...files.map((file) => skeletonFile(file, found)),
    {
      path: CONFIGURATION_FILE,
      about: 'the configuration: which program is asked, and how',
      text: configurationText(words, startupTimeout),
    },
    { path: `${FOLDER}/baseline.yaml`, about: 'the known failures: none', text: BASELINE },
    { path: `${FOLDER}/corpus/README.md`, about: 'the folder of the finds of `fuzz`', text: CORPUS },
    {
      path: posix.join(found.root, '.github/workflows/conformance.yml'),
      about: 'the workflow: certifies every push',
      text: workflowText(setup, found.folder),
    },
  ];
}

function placeOf(file: SkeletonFile): string {
  return `${FOLDER}/${posix.basename(file)}`;
}

const ABOUT: Readonly<Partial<Record<SkeletonFile, string>>> = {
  'rust/Cargo.toml': 'its package',
  'rust/.gitignore': 'leaves out what is built',
};

/** The name of the implementation in each adapter. */
const NAME_IN_SKELETON = /(?<=\bname"?: ["'])task-adapter/;

function skeletonFile(file: SkeletonFile, { name }: Found): StartingFile {
  const { [file]: about = 'the adapter: right about three fields' } = ABOUT;
  return { path: placeOf(file), about, text: skeletonText(file).replace(NAME_IN_SKELETON, name) };
}

function configurationText(command: readonly string[], startupTimeout: number | undefined): string {
  return [
    '# What the commands of dstack-conformance take where no flag says otherwise.',
    `command: [${command.join(', ')}]`,
    ...(startupTimeout === undefined
      ? []
      : [`startup-timeout: ${startupTimeout} # seconds, because the first start compiles`]),
    `baseline: ${FOLDER}/baseline.yaml`,
    `corpus: ${FOLDER}/corpus`,
    '',
  ].join('\n');
}

const BASELINE = `# Known failures. CI passes while exactly these fail; an entry that no longer fails is an error, so that the list
# stays true. \`dstack-conformance certify --update-baseline\` writes them. Each has a reason:
#
# - requirement: nodes/positive
#   outcome: fail
#   reason: We take 0 nodes for 1.
`;

const CORPUS = `Finds of \`dstack-conformance fuzz\`: documents that the implementation got wrong, with the right answers. Commit them:
\`fuzz\` and \`certify\` ask them first.
`;
