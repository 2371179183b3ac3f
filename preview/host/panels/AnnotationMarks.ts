import { type DataFrame } from '@grafana/data';
import { type UPlotConfigBuilder, useTheme2 } from '@grafana/ui';
import { useLayoutEffect, useRef } from 'react';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly annotations: readonly DataFrame[];
}

const ALPHA = 0.12;

/** Marks of a dashboard on a graph: a line where something began, a tint as long as it lasted. */
export function AnnotationMarks({ config, annotations }: Props) {
  const theme = useTheme2();
  const shown = useRef(annotations);
  useLayoutEffect(() => {
    shown.current = annotations;
  }, [annotations]);

  useLayoutEffect(() => {
    config.addHook('draw', ({ ctx, bbox, valToPos, scales }) => {
      const { min = 0, max = 0 } = scales.x ?? {};
      ctx.save();
      for (const { from, to, color } of shown.current.flatMap(marks)) {
        if (from > (max ?? 0) || to < (min ?? 0)) {
          continue;
        }
        const left = Math.max(bbox.left, valToPos(from, 'x', true));
        const right = Math.min(bbox.left + bbox.width, valToPos(to, 'x', true));
        const painted = theme.visualization.getColorByName(color);
        ctx.globalAlpha = ALPHA;
        ctx.fillStyle = painted;
        ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
        ctx.globalAlpha = 1;
        ctx.fillRect(left, bbox.top, window.devicePixelRatio, bbox.height);
      }
      ctx.restore();
    });
  }, [config, theme]);

  return null;
}

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

function marks(frame: DataFrame): Mark[] {
  const values = (name: string): unknown[] => frame.fields.find((field) => field.name === name)?.values ?? [];
  const [ends, colors] = [values('timeEnd'), values('color')];
  return values('time').map((from, i) => ({
    from: Number(from),
    to: Number(ends[i] ?? from),
    color: typeof colors[i] === 'string' ? colors[i] : 'red',
  }));
}
