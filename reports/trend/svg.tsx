import { render } from 'preact-render-to-string';
import { visible } from '../visible.ts';
import { endOf, type Trend, type TrendPoint } from './trend.ts';

/** The picture has this size, in pixels, unless it is scaled. */
const WIDTH = 800;
const HEIGHT = 300;
const LEFT = 60;
const RIGHT = 24;
const TOP = 40;
const BOTTOM = 50;
/** At most this many runs have their day below the line. */
const MOST_DAYS = 8;

/** Renders a trend as an SVG file. */
export function trendSvg(trend: Trend): string {
  return `${visible(render(<TrendPicture trend={trend} size={{ width: WIDTH, height: HEIGHT }} />))}\n`;
}

interface PictureProps {
  readonly trend: Trend;
  /** The size of the picture in pixels. Without it, the picture is as wide as the page has room. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** The share of requirements that held, run by run. */
export function TrendPicture({ trend: { points }, size }: PictureProps) {
  const places = points.map((point, at) => ({ point, x: xOf(at, points.length), y: yOf(point) }));
  const every = Math.ceil(points.length / MOST_DAYS);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      {...size}
      role="img"
      aria-label={inWords(points)}
      font-family="system-ui, sans-serif"
      font-size="13"
      fill="#57606a"
    >
      <text x={LEFT} y="22" font-weight="600">
        Requirements held
      </text>
      {[0, 50, 100].map((percent) => (
        <g key={percent}>
          <path d={`M${LEFT} ${yAt(percent / 100)}H${WIDTH - RIGHT}`} stroke="#8c959f" stroke-opacity="0.4" />
          <text x={LEFT - 10} y={yAt(percent / 100) + 4} text-anchor="end">
            {percent} %
          </text>
        </g>
      ))}
      <polyline
        points={places.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="#1f6feb"
        stroke-width="2.5"
      />
      {places.map(({ point, x, y }, at) => (
        <g key={at}>
          <circle cx={x} cy={y} r="4.5" fill="#1f6feb">
            <title>{pointText(point)}</title>
          </circle>
          {at % every === 0 && (
            <text x={x} y={HEIGHT - BOTTOM + 24} text-anchor="middle">
              {endOf(point.run.summary).slice(0, 10)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function pointText({ run, held, requirements }: TrendPoint): string {
  const { implementation = null } = run.summary.header ?? {};
  const who = [implementation?.name ?? run.name, implementation?.version].filter((part) => part != null);
  return `${who.join(' ')}, ${endOf(run.summary).slice(0, 10)}: ${run.summary.verdict.grade}, ${held} of ${requirements} requirements`;
}

function inWords(points: readonly TrendPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'No runs.';
  return `Requirements held in ${points.length} runs: from ${first.held} of ${first.requirements} to ${last.held} of ${last.requirements}.`;
}

function xOf(at: number, count: number): number {
  return rounded(LEFT + ((WIDTH - LEFT - RIGHT) * (at + 0.5)) / count);
}

function yOf({ held, requirements }: TrendPoint): number {
  return yAt(requirements === 0 ? 0 : held / requirements);
}

function yAt(share: number): number {
  return rounded(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share);
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
