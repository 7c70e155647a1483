/* SPDX-License-Identifier: MIT */
/* The waivers that the company handed over: accepted risks, each with an end. */
#include "make_samples.h"

struct waiver {
    const char *id;
    const char *control;
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
    {"W-2026-007", "ECS.10", "arn:aws:ecs:ap-northeast-1:111122223333:service/backoffice/jinji-portal",
     "111122223333",
     "人事パッケージの保守契約により、12 月の更改までプラットフォームバージョンを変更できない。"
     "社内ネットワークからのみ接続可。",
     "ito.sayaka@tsukinowa.example", "ciso@tsukinowa.example", "2026-07-21T10:00:00+09:00",
     "2026-12-31T23:59:59+09:00", "RISK-231"},
    {"W-2026-011", "ECS.10", "arn:aws:ecs:*:111122223333:service/backoffice/vendor-edi*", "",
     "The EDI vendor certifies its client per platform version; recertification is booked for "
     "November.",
     "yamamoto.naoki@tsukinowa.example", "ciso@tsukinowa.example", "2026-08-28T02:30:00Z",
     "2026-11-30T14:59:59Z", "RISK-244"},
    {"W-2026-003", "ECS.10", "arn:aws:ecs:ap-northeast-1:111122223333:service/backoffice/kintai",
     "111122223333", "勤怠システムの移行が 9 月に完了するまでの例外。",
     "takahashi.ryo@tsukinowa.example", "ciso@tsukinowa.example", "2026-03-10T09:00:00+09:00",
     "2026-09-15T23:59:59+09:00", "RISK-198"},
    {"W-2026-013", "ECS.5", "arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-image-resizer:*",
     "111122223333", "縮小処理の作業領域をtmpfsへ移す改修を11月に予定しているため。",
     "yamamoto.naoki@tsukinowa.example", "ciso@tsukinowa.example", "2026-09-01", "2026-11-30",
     "RISK-250"},
    {"W-2026-014", "ECS.5", "arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-*", "",
     "Read-only root file systems of the shop follow with the new base image in October.",
     "yamamoto.naoki@tsukinowa.example", "ciso@tsukinowa.example", "2026-09-18", "2026-10-15",
     "RISK-252"},
    {"W-2026-016", "ECS.8", "arn:aws:ecs:ap-northeast-1:111122223333:task-definition/*erp-bridge*", "",
     "基幹システムの接続方式の変更に合わせて、11月にSecrets Managerへ移行する。",
     "ito.sayaka@tsukinowa.example", "ciso@tsukinowa.example", "2026-10-05", "2026-11-30",
     "RISK-255"},
};

void ms_write_waivers(const char *dir) {
    static const char path[] = "waivers.csv";
    FILE *out = ms_file_open(dir, path);
    fputs("waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,"
          "ticket\n",
          out);
    for (size_t i = 0; i < sizeof waivers / sizeof *waivers; i++) {
        const struct waiver *w = &waivers[i];
        fprintf(out, "%s,%s,%s,%s,\"%s\",%s,%s,%s,%s,%s\n", w->id, w->control, w->resource, w->account,
                w->reason, w->owner, w->approver, w->approved, w->expires, w->ticket);
    }
    ms_file_close(out, path);
}
