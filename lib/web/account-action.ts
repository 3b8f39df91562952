import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Actor } from "../access/actor.ts";
import { database, type Database } from "../database/client.ts";
import { clock } from "../platform/clock.ts";
import type { FormAction, FormState } from "../platform/form-state.ts";
import type { Refusal } from "../platform/refusal.ts";
import type { Result } from "../platform/result.ts";
import { actionBrand, formStateOf } from "./action.ts";
import { currentActor } from "./actor.ts";
import { formObject, typedValues } from "./form-data.ts";

type Context = { readonly db: Database; readonly actor: Actor | null; readonly clock: () => Date };

/**
 * A server action for the writes of `systemWrite`, which have no command: first run and own password. They decide
 * inside who may do them.
 */
export function accountAction<T>(
  name: string,
  run: (context: Context, input: unknown) => Promise<Result<T, Refusal>>,
  then: string,
): FormAction & { readonly [actionBrand]: string } {
  const action = async (_: FormState, data: FormData): Promise<FormState> => {
    const result = await run({ db: database(), actor: await currentActor(), clock }, formObject(data));
    if (!result.ok) return formStateOf(result.error, typedValues(data));
    revalidatePath("/", "layout");
    redirect(then);
  };
  return Object.assign(action, { [actionBrand]: name });
}
