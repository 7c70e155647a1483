/* SPDX-License-Identifier: MIT */
/* The waivers that the company handed over: accepted risks, each with an end. */
#include "make_samples.h"

struct waiver {
    const char *id;
    const char *resource; /* a GLOB over ARNs */
    const char *account;  /* "": any */
    const char *reason;
    const char *owner;
    const char *approver;
    const char *approved;
    const char *expires;
    const char *ticket;
};

static const struct waiver waivers[] = {
    {"W-2026-007", "arn:aws:ecs:ap-northeast-1:111122223333:service/backoffice/jinji-portal",
     "111122223333",
     "人事パッケージの保守契約により、12 月の更改までプラットフォームバージョンを変更できない。"
     "社内ネットワークからのみ接続可。",
     "ito.sayaka@tsukinowa.example", "ciso@tsukinowa.example", "2026-07-21T10:00:00+09:00",
     "2026-12-31T23:59:59+09:00", "RISK-231"},
    {"W-2026-011", "arn:aws:ecs:*:111122223333:service/backoffice/vendor-edi*", "",
     "The EDI vendor certifies its client per platform version; recertification is booked for "
     "November.",
     "yamamoto.naoki@tsukinowa.example", "ciso@tsukinowa.example", "2026-08-28T02:30:00Z",
     "2026-11-30T14:59:59Z", "RISK-244"},
    {"W-2026-003", "arn:aws:ecs:ap-northeast-1:111122223333:service/backoffice/kintai",
     "111122223333", "勤怠システムの移行が 9 月に完了するまでの例外。",
     "takahashi.ryo@tsukinowa.example", "ciso@tsukinowa.example", "2026-03-10T09:00:00+09:00",
     "2026-09-15T23:59:59+09:00", "RISK-198"},
};

void ms_write_waivers(const char *dir) {
    static const char path[] = "waivers.csv";
    FILE *out = ms_file_open(dir, path);
    fputs("waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,"
          "ticket\n",
          out);
    for (size_t i = 0; i < sizeof waivers / sizeof *waivers; i++) {
        const struct waiver *w = &waivers[i];
        fprintf(out, "%s,ECS.10,%s,%s,\"%s\",%s,%s,%s,%s,%s\n", w->id, w->resource, w->account,
                w->reason, w->owner, w->approver, w->approved, w->expires, w->ticket);
    }
    ms_file_close(out, path);
}
