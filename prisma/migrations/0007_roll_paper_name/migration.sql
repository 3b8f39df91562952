-- How a name is written on papers whose fonts lack one of its characters; the name itself is never changed for it.
ALTER TABLE "RollEntry" ADD COLUMN "paperName" TEXT;
