import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** A limit on how often something may be asked under a name (an address, a village and a person's name …). */
export type RateLimit = {
  /** Takes one try; answers whole seconds to wait when there is none left, else null. */
  readonly take: (name: string) => Promise<number | null>;
};

/** So many tries in so many seconds. Kept in memory: a restart forgets them. */
export function rateLimit(points: number, duration: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration });
  return {
    take: async (name) => {
      try {
        await limiter.consume(name);
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
        throw refusal;
      }
    },
  };
}

/** Who asks, as far as the network tells: the nearest proxy's word, else one name for all. */
export const addressOf = (request: Request): string => request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
