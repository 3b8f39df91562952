import type { DatabaseProblem } from "#lib/database/problems.ts";
import { unreachable } from "#lib/platform/result.ts";
import type { StartProblem } from "./problems.ts";

/** One paragraph in each language: what is wrong, and what to do. */
export type Words = { readonly zh: string; readonly en: string };

/** Says a problem to the person who typed `npm start`. */
export function wordsOf(problem: StartProblem): Words {
  switch (problem.kind) {
    case "badOption":
      return {
        zh: `不认识的参数“${problem.option}”。可用参数：--empty（正式使用，不装入演示数据）、--demo（查看演示数据，二者不能同用）、--port 端口号。`,
        en: `Unknown option "${problem.option}". Options are --empty (start for real, without the demonstration), --demo (look at the demonstration; not both) and --port NUMBER.`,
      };
    case "dataDirRelative":
      return {
        zh: `环境变量 DATA_DIR（${problem.given}）必须是绝对路径，例如 /srv/cunxuan。`,
        en: `The variable DATA_DIR (${problem.given}) must be an absolute path such as /srv/cunxuan.`,
      };
    case "notWritable":
      return {
        zh: `没有写入 ${problem.folder} 的权限。请改用有权限的用户启动，或用 DATA_DIR 指定另一个文件夹。`,
        en: `No permission to write in ${problem.folder}. Start as a user who may, or name another folder with DATA_DIR.`,
      };
    case "diskFull":
      return {
        zh: `磁盘空间不足：${problem.folder} 所在磁盘剩余 ${problem.freeMb} MB，至少需要 ${problem.neededMb} MB。请清理磁盘，或用 DATA_DIR 指定另一磁盘上的文件夹。已有数据没有损坏。`,
        en: `The disk is full: ${problem.freeMb} MB are free at ${problem.folder}, at least ${problem.neededMb} MB are needed. Free some space, or name a folder on another disk with DATA_DIR. Existing data are unharmed.`,
      };
    case "keyMissing":
      return {
        zh: `数据已经存在，但缺少密钥文件：${problem.files.join("、")}。没有原来的密钥，已加密的身份证号码无法读取，因此不会生成新密钥。请从备份中恢复整个 keys 文件夹后再启动。`,
        en: `Data exist but key files are missing: ${problem.files.join(", ")}. Without the original keys the encrypted identity numbers cannot be read, so no new ones are made. Restore the whole keys folder from your backup, then start again.`,
      };
    case "keyDamaged":
      return {
        zh: `密钥文件 ${problem.file} 已损坏或无权读取。请从备份中恢复该文件（不要删除重建），然后再启动。`,
        en: `The key file ${problem.file} is damaged or may not be read. Restore it from your backup (do not delete it), then start again.`,
      };
    case "portTaken":
      return {
        zh: `端口 ${problem.port} 已被其他程序占用。可换一个空闲端口：npm start -- --port ${problem.free}`,
        en: `Port ${problem.port} is used by another program. Take a free one: npm start -- --port ${problem.free}`,
      };
    case "alreadyRunning":
      return {
        zh: `本程序已在运行（进程 ${problem.pid}），请打开 http://localhost:${problem.port} 。如需重新启动，请先在原窗口按 Ctrl+C 停止。`,
        en: `The program is running already (process ${problem.pid}); open http://localhost:${problem.port} . To restart it, first stop it with Ctrl+C in its window.`,
      };
    case "movedClock":
      return {
        zh: `设置了试验时钟（CUNXUAN_TEST_CLOCK_FILE），而数据库中不是演示数据。试验时钟只能用于演示，请取消该环境变量后再启动。`,
        en: `A test clock is set (CUNXUAN_TEST_CLOCK_FILE) but the database does not hold the demonstration. It is for demonstrations only; unset the variable and start again.`,
      };
    case "buildFailed":
      return {
        zh: `程序页面未能生成。请确认程序文件完整（git status）后再试；如仍失败，请将以下内容发给维护人员。\n${problem.output}`,
        en: `The pages could not be built. Check that the program's files are complete (git status) and try again; if it fails again, send the lines above to whoever maintains it.`,
      };
    case "demoFailed":
      return {
        zh: `演示数据未能装入（原因见上）。可不带演示数据启动：npm start -- --empty`,
        en: `The demonstration could not be loaded (reason above). To start without it: npm start -- --empty`,
      };
    case "trialClock":
      return {
        zh: `环境变量 CUNXUAN_TEST_CLOCK_FILE 会改变程序的日期，只能用于试运行。请取消该变量，或用 npm start -- --demo 查看演示数据。`,
        en: `The variable CUNXUAN_TEST_CLOCK_FILE shifts the program's date and is for trials only. Unset it, or look at the demonstration with npm start -- --demo.`,
      };
    case "serverEnded":
      return {
        zh: `网页服务意外停止。数据没有丢失，请再次执行 npm start。${problem.output}`,
        en: `The web server stopped unexpectedly. No data are lost; run npm start again.`,
      };
    case "unexpected":
      return {
        zh: `启动时遇到未预料的问题：${problem.detail}。请再试一次；如仍失败，请将此内容发给维护人员。`,
        en: `Something unforeseen happened: ${problem.detail}. Try again; if it happens again, send this text to whoever maintains the program.`,
      };
    default:
      return databaseWords(problem);
  }
}

function databaseWords(problem: DatabaseProblem): Words {
  switch (problem.kind) {
    case "unreachable":
      return {
        zh: `无法连接数据库 ${problem.address}（${problem.detail}）。请确认数据库服务器已启动、网络畅通、DATABASE_URL 中的主机和端口正确；不设 DATABASE_URL 则使用自带的数据库。`,
        en: `The database at ${problem.address} cannot be reached (${problem.detail}). Check that its server runs, that the network works and that host and port in DATABASE_URL are right; without DATABASE_URL the built-in database is used.`,
      };
    case "refused":
      return {
        zh: `数据库 ${problem.address} 拒绝了登录（${problem.detail}）。请检查 DATABASE_URL 中的用户名和密码。`,
        en: `The database at ${problem.address} refused the login (${problem.detail}). Check user name and password in DATABASE_URL.`,
      };
    case "badAddress":
      return {
        zh: `DATABASE_URL 的格式不对，应为 postgresql://用户名:密码@主机:端口/数据库名 。密码中的特殊字符须写成百分号编码。`,
        en: `DATABASE_URL is malformed; it reads postgresql://user:password@host:port/database . Special characters in the password are percent-encoded.`,
      };
    case "noSuchDatabase":
      return {
        zh: `服务器上没有数据库 ${problem.address}。请先由管理员创建（CREATE DATABASE），再启动。`,
        en: `There is no database ${problem.address} on that server. Have an administrator create it (CREATE DATABASE), then start again.`,
      };
    case "serverTooOld":
      return {
        zh: `数据库服务器版本为 PostgreSQL ${problem.version}，本程序需要 15 或更高版本。请升级服务器，或不设 DATABASE_URL 而使用自带的数据库。`,
        en: `The database server is PostgreSQL ${problem.version}; this program needs 15 or newer. Upgrade the server, or leave DATABASE_URL unset to use the built-in database.`,
      };
    case "noRightsForRoles":
      return {
        zh: `DATABASE_URL 的用户无权创建数据库角色“${problem.role}”（程序用它读写数据，但不能改动操作链）。请让管理员执行一次：${problem.sql} 然后设置 DATABASE_APP_URL，写明该角色和密码。`,
        en: `The user in DATABASE_URL may not create the role "${problem.role}" (the program works as it, so that it cannot alter the ledger). Have an administrator run once: ${problem.sql} and set DATABASE_APP_URL with that role and password.`,
      };
    case "noRightsForSchema":
      return {
        zh: `DATABASE_URL 的用户无权在该数据库中建表或授权（${problem.detail}）。请让管理员把数据库的所有者改为该用户（ALTER DATABASE … OWNER TO …）。`,
        en: `The user in DATABASE_URL may not create tables or grant rights in that database (${problem.detail}). Have an administrator make it the owner (ALTER DATABASE … OWNER TO …).`,
      };
    case "foreignTables":
    case "databaseAhead":
    case "migrationEdited":
    case "migrationUnfinished":
    case "migrationFailed":
      return schemaWords(problem);
    case "serverWouldNotStart":
      return {
        zh: `自带的数据库未能启动。${problem.log === "" ? "" : `日志：${problem.log} 。`}请确认磁盘未满、该文件夹未被其他程序使用，然后再试。最后几行日志：${problem.detail}`,
        en: `The built-in database did not start.${problem.log === "" ? "" : ` Its log is ${problem.log} .`} Check that the disk is not full and that no other program uses the folder, then try again.`,
      };
    case "binariesMissing":
      return {
        zh: `自带的数据库不支持本系统（${problem.platform}）。请自备 PostgreSQL 15 以上版本，并设置 DATABASE_URL。`,
        en: `The built-in database does not come for this system (${problem.platform}). Provide a PostgreSQL 15 or newer and set DATABASE_URL.`,
      };
    case "noServiceUser":
      return {
        zh: `PostgreSQL 不能以 root 身份运行，而系统用户 postgres 不存在且无法创建（${problem.detail}）。请改用普通用户执行 npm start。`,
        en: `PostgreSQL does not run as root, and the system user postgres is missing and could not be created (${problem.detail}). Run npm start as an ordinary user.`,
      };
    case "clusterOfOtherVersion":
      return {
        zh: `数据文件夹属于 PostgreSQL ${problem.found}，本程序自带 ${problem.wanted}。请使用原版本的程序导出备份，再导入新版本。`,
        en: `The data folder belongs to PostgreSQL ${problem.found}, this program brings ${problem.wanted}. Export a backup with the earlier program and import it here.`,
      };
    default:
      return unreachable(problem);
  }
}

type SchemaProblem = Extract<
  DatabaseProblem,
  { readonly kind: "foreignTables" | "databaseAhead" | "migrationEdited" | "migrationUnfinished" | "migrationFailed" }
>;

function schemaWords(problem: SchemaProblem): Words {
  switch (problem.kind) {
    case "foreignTables":
      return {
        zh: `该数据库中已有其他程序的表（${problem.table}），为避免损坏，程序没有改动它。请在 DATABASE_URL 中指定一个空数据库。`,
        en: `That database holds tables of another program (${problem.table}); nothing was changed. Name an empty database in DATABASE_URL.`,
      };
    case "databaseAhead":
      return {
        zh: `数据库比本程序新（含有本程序没有的升级步骤 ${problem.migration}）。请更新程序后再启动；不要用旧程序打开新数据。`,
        en: `The database is newer than this program (it has had the step ${problem.migration}, which this program lacks). Update the program, then start again; never open newer data with an older program.`,
      };
    case "migrationEdited":
      return {
        zh: `升级步骤 ${problem.migration} 在执行之后被改动，程序与数据库不一致。请恢复原来的程序文件（git checkout -- prisma/migrations）后再启动。`,
        en: `The upgrade step ${problem.migration} was edited after it had run, so program and database disagree. Restore the program's files (git checkout -- prisma/migrations), then start again.`,
      };
    case "migrationUnfinished":
      return {
        zh: `升级步骤 ${problem.migration} 曾由其他工具执行而未完成。请从备份中恢复数据库，再启动。`,
        en: `The upgrade step ${problem.migration} was begun by another tool and never finished. Restore the database from a backup, then start again.`,
      };
    case "migrationFailed":
      return {
        zh: `数据库升级步骤 ${problem.migration} 未成功，已全部撤回，原有数据没有改变：${problem.detail}`,
        en: `The upgrade step ${problem.migration} failed and was undone as a whole; the data are as before: ${problem.detail}`,
      };
    default:
      return unreachable(problem);
  }
}
