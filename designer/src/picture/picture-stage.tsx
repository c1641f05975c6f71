import { innerHead, stageHead } from '../map/map-sizes.ts';
import { spokenBox } from '../map/map-words.ts';
import { elementKinds, nameOf } from '../outline/outline-words.ts';
import { widthOf } from './fitted-words.ts';
import { outlineOf, sheetOf } from './paper.ts';
import { type BoxProps, WhoWhen } from './picture-card.tsx';
import { colours } from './picture-colours.ts';
import { PictureRow } from './picture-row.tsx';
import { Glyph, sizes, Words } from './picture-words.tsx';

/** White paper, three fifths, on the canvas. */
const stagePaper = '#fbfbfb';

/** A stage as a titled column, a track, or what runs at the same time. */
export function PictureStage({ box, paper }: BoxProps) {
  const { element } = box;
  if (!element) return null;
  const { say, text, direction, plan } = paper;
  const sheet = sheetOf(box, paper);
  const isTrack = box.parent !== undefined && plan.byId.get(box.parent)?.kind === 'tracks';
  const isTop = box.parent === undefined && box.kind === 'stage';
  const isTracks = box.kind === 'tracks';
  const corner = { start: 10, end: 10, foot: 10 };
  const number = box.number === undefined ? '' : say('map.count', { count: box.number });
  const lead = (number === '' ? 0 : widthOf(number, sizes.body) + 7) + (isTracks ? 21 : 0);
  const line = isTop ? colours.border : colours['border-strong'];
  const titleY = sheet.y + innerHead / 2;
  return (
    <g>
      <title>{spokenBox(element, 0, paper)}</title>
      {isTrack ? (
        <path d={`M${sheet.x} ${sheet.y}h${sheet.width}`} stroke={line} strokeDasharray="4 3" />
      ) : (
        <>
          <path d={outlineOf(sheet, corner, direction)} fill={isTracks ? colours.surface : stagePaper} stroke={line} />
          <path
            d={outlineOf({ ...sheet, height: box.head }, { ...corner, foot: box.folded && box.foot === 0 ? 10 : 0 }, direction)}
            fill={colours.surface}
            stroke={line}
          />
        </>
      )}
      {number !== '' && (
        <Words words={number} x={sheet.at(12)} y={titleY} widths={[40]} page={direction} size={sizes.body} ink={colours['text-3']} />
      )}
      {isTracks && <Glyph of={elementKinds.tracks.icon} x={sheet.at(19)} y={titleY} ink={colours.text} />}
      <Words
        words={nameOf(element, say, text)}
        x={sheet.at(12 + lead)}
        y={titleY}
        widths={[sheet.width - 24 - lead]}
        page={direction}
        size={isTop ? sizes.body : sizes.meta}
        ink={isTop ? colours.text : colours['text-2']}
        medium
      />
      {isTop && <WhoWhen sheet={sheet} y={sheet.y + (innerHead + stageHead) / 2 - 1} inset={12} box={box} paper={paper} />}
      {box.rows.map((each) => (
        <PictureRow key={each.row.address} sheet={sheet} each={each} paper={paper} />
      ))}
    </g>
  );
}

/** A sheet with words for whoever draws. */
export function PictureNote({ box, paper }: BoxProps) {
  const sheet = sheetOf(box, paper);
  const lines = Math.max(1, Math.floor((sheet.height - 20) / 16));
  return (
    <g>
      <rect x={sheet.x} y={sheet.y} width={sheet.width} height={sheet.height} fill={colours.surface} stroke={colours.border} />
      <path
        d={`M${sheet.fromEnd(12)} ${sheet.y}L${sheet.fromEnd(0)} ${sheet.y + 12}H${sheet.fromEnd(12)}Z`}
        fill={colours['border-strong']}
      />
      <Words
        words={box.note ?? ''}
        x={sheet.at(12)}
        y={sheet.y + sheet.height / 2}
        widths={Array.from({ length: lines }, () => Math.max(24, sheet.width - 24))}
        lineHeight={16}
        page={paper.direction}
        size={sizes.meta}
        ink={colours['text-2']}
      />
    </g>
  );
}
