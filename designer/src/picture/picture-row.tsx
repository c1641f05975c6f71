import type { MapRow } from '../map/map-plan.ts';
import { lookOf } from '../map/map-wishes.ts';
import { shortRow, spokenRow } from '../map/map-words.ts';
import { doingIcon, rowIcon } from '../outline/outline-words.ts';
import { widthOf } from './fitted-words.ts';
import type { Paper, Sheet } from './paper.ts';
import { colours } from './picture-colours.ts';
import { Glyph, sizes, Words } from './picture-words.tsx';

const edge = 10;
const glyphRoom = 20;

/** A way out on its card or title bar: its words, its port where it leads on or should. */
export function PictureRow({
  sheet,
  each: { row, middle },
  paper,
}: {
  readonly sheet: Sheet;
  readonly each: MapRow;
  readonly paper: Paper;
}) {
  const { say, direction, ways } = paper;
  const y = sheet.y + middle;
  const isTime = row.kind === 'time';
  const isOpen = row.leads === 'open';
  const height = row.condition === undefined ? 28 : 44;
  const ink = isOpen ? colours.danger : isTime ? colours.time : colours.text;
  const open = isOpen ? say('map.open-end') : '';
  const doing = row.leads === 'stays' ? doingIcon(row) : undefined;
  const begin = edge + (isTime ? glyphRoom : 0);
  const end = edge + (doing ? glyphRoom : 0) + (open === '' ? 0 : widthOf(open, sizes.meta) + 6);
  const room = sheet.width - begin - end;
  const isStart = ways.sides.get(row.address) === 'start';
  return (
    <g>
      <title>{spokenRow(row, paper)}</title>
      <path d={`M${sheet.x + 0.5} ${y - height / 2}h${sheet.width - 1}`} stroke={colours.border} />
      {isTime && <Glyph of={rowIcon(row)} x={sheet.at(edge + 7)} y={y} ink={ink} />}
      <Words
        words={shortRow(row, paper)}
        x={sheet.at(begin)}
        y={y}
        widths={height > 28 ? [room, room] : [room]}
        lineHeight={16}
        page={direction}
        ink={ink}
      />
      {open !== '' && (
        <Words words={open} x={sheet.fromEnd(edge)} y={y} side="end" widths={[room]} page={direction} size={sizes.meta} ink={ink} />
      )}
      {doing && <Glyph of={doing} x={sheet.fromEnd(edge + 7)} y={y} ink={ink} />}
      {row.leads !== 'stays' && (
        <circle
          cx={isStart ? sheet.at(0) : sheet.fromEnd(0)}
          cy={y}
          r={4.25}
          fill={colours.surface}
          stroke={
            isOpen ? colours.danger : lookOf(row) === 'time' ? colours.time : lookOf(row) === 'decision' ? colours.decision : colours.edge
          }
          strokeWidth={isOpen ? 2 : 1.5}
        />
      )}
    </g>
  );
}
