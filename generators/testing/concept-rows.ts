import type { CONCEPTS } from '../concepts.ts';

/** The place of a concept's value in a task, and the values and spellings that must be generated for it. */
export interface ConceptRow {
  /** Keys, and 0 for the one item of a list. */
  readonly place: readonly (string | 0)[];
  /** Canonical values, among them those at the boundaries. */
  readonly meanings: readonly unknown[];
  /** JSON texts of spellings, or their outlines. */
  readonly spellings: readonly string[];
}

export const CONCEPT_ROWS: Readonly<Record<keyof typeof CONCEPTS, ConceptRow>> = {
  boolean: {
    place: ['privileged'],
    meanings: [true, false],
    spellings: split(['true | false | "Y" | "t" | "1" | "oFf" | "tRuE" | "F" | "0" | 1 | 0 | 1.0 | 0.0']),
  },
  integer: {
    place: ['nodes'],
    meanings: [1, 2, 59, 60, 100_000, 2_147_483_648, 4_294_967_296, 9_007_199_254_740_991],
    spellings: split(['1 | 2.0 | 2.75 | "2" | " 2" | "2 " | " +2 " | "02" | true']),
  },
  text: {
    place: ['image'],
    meanings: [
      'ubuntu',
      '',
      'y',
      '1.0',
      '😀',
      'a\nb\n',
      '  x ',
      'No',
      '-0.0',
      'e\u0301',
      '\u0007',
      '"a"',
      '$HOME',
    ],
    spellings: split(['"True" | true | 12 | 1.0 | 0.001 | 0.00001 | 10000000000000000.0 | -0.0 | -5']),
  },
  texts: {
    place: ['commands'],
    meanings: [['python train.py'], [''], ['ls', 'ls']],
    spellings: split(['["ls"] | [true] | [1.0]']),
  },
  runName: {
    place: ['name'],
    meanings: ['ab', 'off', 'a--b', 'a-', 'abcdefghijklmnopqrstuvwxyz-0123456789-abc', 'ab\n'],
    spellings: split(['"ab" | "yes"']),
  },
  user: {
    place: ['user'],
    meanings: ['ubuntu', '0', '0:0', '1000:1000', 'a b', '1.0'],
    spellings: split(['1000 | 0 | "10:30" | 1.0 | true']),
  },
  workingDir: {
    place: ['working_dir'],
    meanings: ['.', 'a/../b', 'a/..', '...', '  x ', '31', '1.1'],
    spellings: split(['"" | "./" | "./." | "a//b" | "a/./b" | "a/b/" | "./a/b" | 31 | 1.1 | "./a//b/./c/"']),
  },
  path: {
    place: ['volumes', 0, 'path'],
    meanings: ['/', '/data', '/b c', '//b', '/..a/.b', '/a/..b/c..', '/a:b', '/data\u0001'],
    spellings: split([
      '"/data/" | "/data/." | "//b" | "///data" | "////data" | "/./data" | "/mnt//data"',
      '"/mnt/./data"',
    ]),
  },
  registryAuth: {
    place: ['registry_auth'],
    meanings: [
      { username: '', password: 'secret' },
      { username: '$oauthtoken', password: 'p@ss:word' },
    ],
    spellings: split(['{"password":"secret","username":"me"} | {"username":12,"password":"secret"}']),
  },
  pythonVersion: {
    place: ['python'],
    meanings: ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'],
    spellings: split(['"3.10" | 3.1 | 3.13 | 3.9']),
  },
  env: {
    place: ['env'],
    meanings: [['A='], ['HF_TOKEN'], ['é=1'], ['=1']],
    spellings: split([
      '{"A":""} | ["A="] | {"A":1} | {"HF_TOKEN":{"key":"HF_TOKEN"}} | ["HF_TOKEN"] | ["=1"]',
    ]),
  },
  countRange: {
    place: ['resources', 'cpu'],
    meanings: ['1', '2..', '..8', '2..4', '0', '..0', '-1', '0..', '9007199254740991', '-2147483648..'],
    spellings: split([
      '2 | "2.." | "2..2" | "..8" | "2 .. 4" | " 2.. " | {"min":2} | {"max":8,"min":2}',
      '{"min":null,"max":8} | {"min":2,"max":null} | 2.5 | true | {"min":"2"}',
    ]),
  },
  memory: {
    place: ['resources', 'shm_size'],
    meanings: [
      '8GB',
      '0.5GB',
      '1024GB',
      '0GB',
      '0.3GB',
      '0.0009765625GB',
      '-1GB',
      '1023.9990234375GB',
      '0.0000001GB',
      '0.30000000000000004GB',
      '9007199254740991GB',
    ],
    spellings: split([
      '"8GB" | 8 | 8.0 | 0.5 | "512MB" | "1TB" | "1.0TB" | "8gb" | "8Gb" | "8 GB" | "8 G B"',
      '".5GB" | "8.GB" | "008GB" | "8" | "8.0GB" | "8192MB" | "0.50GB"',
    ]),
  },
  memoryRange: {
    place: ['resources', 'memory'],
    meanings: ['8GB..', '..8GB', '8GB..16GB', '8GB', '0GB'],
    spellings: split([
      '"8GB.." | "0..0a" | "0a..0" | "0a .. 0a" | " 0a..0a " | " 0 a .. 0 a " | {"a":0,"a":"0a"}',
      '{"max":"8GB"} | 8',
    ]),
  },
  disk: {
    place: ['resources', 'disk'],
    meanings: [null, { size: '100GB..' }, { size: '8GB..16GB' }],
    spellings: split(['null | 100 | "100GB.." | {"size":"100GB"} | {"size":{"min":"100GB"}} | "0..0a"']),
  },
  gpu: {
    place: ['resources', 'gpu'],
    meanings: [],
    spellings: split([
      '1 | 0 | -1 | "1" | "A100" | "a0:0" | "0:a0" | "a0:0a" | "nvidia" | "tpu" | "TPU"',
      '"Nvidia" | "tpu-A100" | "A100:1" | " A100 " | "a0 : 0" | "a 0" | "a0,a0" | "a0, a0" | true',
      'false | {} | {"name":"A100"} | {"name":["A100"]} | {"name":"tpu-A100"} | {"count":2}',
      '{"count":1} | {"compute_capability":7.5} | {"compute_capability":[7,5]}',
      '{"compute_capability":"8.10"} | {"a_a":" 0.0 "} | {"name":[]} | {"vendor":"tpu"}',
      '{"name":true}',
    ]),
  },
  volume: {
    place: ['volumes', 0],
    meanings: [
      { name: [], path: '/' },
      { name: ['a:b'], path: '/data' },
      { instance_path: '/', path: '/data', optional: true },
    ],
    spellings: split([
      '"data:/data" | "/a:/data" | {"name":"data","path":"/data"} | {"a":"/a","a":"a"}',
      '{"name":["data"],"path":"/data"} | {"instance_path":"/a","path":"/data"}',
      '{"instance_path":"/a","path":"/data","optional":false}',
      '{"instance_path":"/a","path":"/data","optional":1} | {"name":1,"path":"/data"}',
    ]),
  },
  port: {
    place: ['ports', 0],
    meanings: ['1:1', '*:1', '65535:65535', '65536:65536', '22:59', '*:65536'],
    spellings: split([
      '8080 | "8080" | " 8080" | "8080 " | " 8080 " | "+8080" | "08080" | "8080:8080" | "80:8000"',
      '"*:80" | "*:080" | "080:443" | "8080:8080\\n" | {"container_port":80}',
      '{"local_port":null,"container_port":80} | {"local_port":80,"container_port":80}',
      '{"container_port":80,"local_port":80} | {"container_port":"80"} | 8080.0 | true',
    ]),
  },
  price: {
    place: ['max_price'],
    meanings: [1, 0.1, 0.0000001, 99.99, 1_000_000, 0.30000000000000004, 9_007_199_254_740_991],
    spellings: split(['1 | 1.0 | 0.5 | "0.5" | " 1 " | "1.0" | "0.50" | true | 1e-7 | ".5"']),
  },
  duration: {
    place: ['max_duration'],
    meanings: [
      'off',
      '0s',
      '59s',
      '1m',
      '61s',
      '59m',
      '1h',
      '61m',
      '3599s',
      '3601s',
      '86399s',
      '1d',
      '86401s',
      '604799s',
      '1w',
      '604801s',
      '-1',
      '25h',
      '90m',
      '8d',
      '100000d',
      '9007199254740991s',
      '-9007199254740991',
    ],
    spellings: split([
      '"off" | false | 3600 | 3600.0 | 3600.75 | "3600" | " 3600" | "60m" | "1h" | "3600s" | "1 h"',
      '"1   h" | "1h\\n" | "7d" | "1w" | -5 | "-5" | 0 | "0m" | "0s" | "0w"',
    ]),
  },
  retry: {
    place: ['retry'],
    meanings: [
      { on_events: ['no-capacity', 'interruption', 'error'], duration: '1h' },
      { on_events: ['error'], duration: '0s' },
    ],
    spellings: split([
      'true | "yes" | 1 | {"on_events":["error"]} | {"on_events":["error"],"duration":null}',
      '{"duration":"1h","on_events":["error"]} | {"on_events":["error"],"duration":false}',
      '{"on_events":["error"],"duration":true} | {"on_events":["error"],"duration":3600}',
    ]),
  },
};

/** Splits texts, each of which holds several with ` | ` between them. */
function split(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(' | '));
}
