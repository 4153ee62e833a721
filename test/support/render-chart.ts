import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { VegaLiteSpec } from "../../src/capacity/index.js";

/** What came of a specification: the picture, and what the compiler had to say. */
export interface RenderedChart {
  readonly svg: string;
  readonly warnings: readonly string[];
}

/** Compiles a specification with Vega-Lite and draws it with Vega. */
export async function renderChart(spec: VegaLiteSpec): Promise<RenderedChart> {
  const warnings: string[] = [];
  const logger = {
    level: () => logger,
    error: (...texts: readonly unknown[]) => logger.warn(...texts),
    warn: (...texts: readonly unknown[]) => {
      warnings.push(texts.join(" "));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  const compiled = compile(spec as unknown as TopLevelSpec, { logger: logger as never });
  const svg = await new View(parse(compiled.spec), { renderer: "none" }).toSVG();
  return { svg, warnings };
}
