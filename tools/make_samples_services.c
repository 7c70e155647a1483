/* SPDX-License-Identifier: MIT */
/* The table behind samples/: what a made-up web shop, 株式会社つきのわ商店, and its logistics
 * subsidiary run. samples/README.md names a service for every reason that a control can give. */
#include "make_samples.h"

/* What is asked for, and what the running deployment then got. NULL: the export does not say. */
#define FARGATE(asked_, runs_)                                                                     \
    .launch = LAUNCH_FARGATE, .asked = asked_, .family = "Linux", .runs = runs_
#define SPOT(asked_, runs_)                                                                        \
    .launch = LAUNCH_BY_SPOT, .asked = asked_, .family = "Linux", .runs = runs_
#define BOTH(asked_, runs_)                                                                        \
    .launch = LAUNCH_BY_BOTH, .asked = asked_, .family = "Linux", .runs = runs_
#define WINDOWS(family_, asked_, runs_)                                                            \
    .launch = LAUNCH_FARGATE, .asked = asked_, .family = family_, .runs = runs_
#define NO_FAMILY(asked_, runs_) .launch = LAUNCH_FARGATE, .asked = asked_, .runs = runs_

const struct ms_service ms_services[] = {
    /* Production, Tokyo: the shop itself. */
    {"web", SHOP, FARGATE("LATEST", "1.4.0"), .n = 6, .port = 8080, .hub = HUB_PASSED,
     .use = "店舗サイトの画面"},
    {"api", SHOP, FARGATE("LATEST", "1.4.0"), .n = 8, .port = 8080, .hub = HUB_PASSED,
     .use = "アプリ向け API"},
    {"checkout", SHOP, FARGATE("LATEST", "1.3.0"), .n = 4, .port = 8080, .hub = HUB_PASSED,
     .deployed = "2020-12-08", .use = "注文確定"},
    {"cart", SHOP, FARGATE("LATEST", "1.4.0"), .n = 4, .port = 8080, .hub = HUB_PASSED,
     .os = "LINUX", .use = "買い物かご"},
    {"payment-gateway", SHOP, FARGATE("1.4.0", "1.4.0"), .n = 4, .port = 8443, .hub = HUB_PASSED,
     .os = "LINUX", .use = "決済代行会社との接続"},
    {"catalog-api", SHOP, FARGATE("LATEST", "1.4.0"), .n = 3, .port = 8080, .hub = HUB_PASSED,
     .use = "商品情報"},
    {"search-api", SHOP, BOTH("LATEST", "1.4.0"), .n = 5, .port = 8080, .hub = HUB_NOT_AVAILABLE,
     .use = "商品検索"},
    {"search-indexer", SHOP, SPOT("1.3.0", "1.3.0"), .n = 2, .deployed = "2023-02-14",
     .use = "検索索引の作成"},
    {"image-resizer", SHOP, SPOT("LATEST", "1.4.0"), .n = 6, .use = "商品画像の縮小"},
    {"mail-worker", SHOP, FARGATE("1.3.0", "1.3.0"), .n = 2, .hub = HUB_FAILED,
     .deployed = "2022-06-07", .use = "注文メールの送信"},
    /* A roll-out half way: the old deployment still carries most of the load. */
    {"recommendation", SHOP, FARGATE("LATEST", "1.4.0"), .n = 1, .pending = 1, .want = 2,
     .old = "1.3.0", .old_n = 2, .port = 8080, .hub = HUB_FAILED, .quirk = QUIRK_STALE,
     .created = "2022-10-04", .deployed = "2026-10-01T05:48:11", .use = "おすすめ商品"},
    {"review-api", SHOP, FARGATE("1.3.0", "1.3.0"), .n = 2, .port = 8080, .hub = HUB_FAILED,
     .quirk = QUIRK_SUPPRESSED, .deployed = "2022-11-29", .use = "商品レビュー",
     .note = "次期レビュー基盤への移行が 10 月に完了するため、それまで通知を止める。承認: "
             "情報セキュリティ室"},
    {"coupon-api", SHOP, FARGATE("LATEST", "1.4.0"), .n = 2, .port = 8080, .hub = HUB_FAILED,
     .quirk = QUIRK_STALE, .deployed = "2026-10-01T02:10:37", .use = "クーポン"},
    {"notification-hub", SHOP, FARGATE("LATEST", "1.4.0"), .n = 3, .hub = HUB_PASSED,
     .quirk = QUIRK_TWICE, .deployed = "2026-09-28", .use = "アプリ通知"},
    {"store-locator", SHOP, FARGATE("1.4.0", "1.4.0"), .n = 2, .port = 8080,
     .controller = CONTROLLER_CODE_DEPLOY, .hub = HUB_PASSED, .use = "店舗検索"},
    {"order-history", SHOP, FARGATE("1.3.0", "1.3.0"), .n = 3, .port = 8080,
     .controller = CONTROLLER_CODE_DEPLOY, .hub = HUB_FAILED, .deployed = "2023-05-23",
     .use = "注文履歴"},
    {"gift-wrap", SHOP, FARGATE("1.4", "1.4.0"), .n = 1, .hub = HUB_WARNING,
     .use = "ギフト包装の受付"},
    {"flash-sale", SHOP, FARGATE("LATEST", "1.4.0"), .n = 0, .port = 8080, .hub = HUB_PASSED,
     .deployed = "2026-07-28", .use = "タイムセール(開催時のみ起動)"},
    /* An outside deployer's task sets: the service says nothing itself, the worst of them counts.
     */
    {"web-canary", SHOP, .runs = "1.4.0", .n = 1, .old = "1.3.0", .old_n = 2, .want = 3,
     .port = 8080, .controller = CONTROLLER_EXTERNAL, .created = "2023-09-05",
     .use = "新画面の試験配信"},
    {"banner-ads", SHOP, FARGATE("1.3.0", "1.3.0"), .n = 1, .known = KNOWN_MISSING,
     .hub = HUB_FAILED, .deployed = "2023-08-01", .use = "広告枠",
     .note = "依頼一覧に記載あり。担当者の回答では 2026-10-01 14:30 に削除済み。"},

    /* Production, Tokyo: batch. */
    {"nightly-sales", BATCH, .launch = LAUNCH_BY_ASG, .n = 2, .hub = HUB_NOT_AVAILABLE,
     .use = "日次売上の集計"},
    {"stock-sync", BATCH, .launch = LAUNCH_EC2, .n = 3, .use = "在庫の同期"},
    {"price-import", BATCH, FARGATE("LATEST", "1.3.0"), .n = 2, .hub = HUB_PASSED,
     .deployed = "2021-01-19", .use = "価格表の取り込み"},
    {"invoice-pdf", BATCH, WINDOWS("WINDOWS_SERVER_2022_FULL", "1.0.0", "1.0.0"), .n = 2,
     .hub = HUB_PASSED, .os = "WINDOWS_SERVER_2022_FULL", .use = "請求書 PDF の作成"},
    {"report-windows", BATCH, WINDOWS("Windows Server 2019 Core", "LATEST", "1.0.0"), .n = 1,
     .hub = HUB_PASSED, .os = "WINDOWS_SERVER_2019_CORE", .use = "帳票"},
    {"erp-bridge", BATCH, FARGATE("1.3.0", "1.3.0"), .n = 2, .hub = HUB_PASSED,
     .quirk = QUIRK_OLD_LATEST, .deployed = "2022-09-13", .use = "基幹システム連携"},
    {"point-expiry", BATCH, FARGATE("1.3.0", "1.3.0"), .n = 0, .hub = HUB_FAILED,
     .deployed = "2022-03-01", .use = "ポイント失効(月末のみ起動)"},
    {"data-export", BATCH, .launch = LAUNCH_MANAGED, .n = 2, .use = "分析基盤への書き出し"},
    /* AWS never released 1.3.1. All versions below the current one that it did release are retired
     * by now, so only such a number, as a private preview or an edited export has it, is merely
     * outdated. */
    {"ml-training", BATCH, FARGATE("1.3.1", "1.3.1"), .n = 1, .deployed = "2023-11-21",
     .use = "需要予測の学習"},
    {"rss-builder", BATCH, FARGATE("1.3.0", "1.3.0"), .n = 2, .status = "DRAINING",
     .hub = HUB_FAILED, .deployed = "2022-01-25", .use = "RSS 配信(廃止作業中)"},
    {"tax-recalc", BATCH, FARGATE("1.3.0", NULL), .n = 0, .status = "INACTIVE", .hub = HUB_FAILED,
     .quirk = QUIRK_ARCHIVED, .deployed = "2021-10-05", .use = "税率改定の再計算"},

    /* Production, Tokyo: back office. The two oldest still have ARNs without the cluster. */
    {"admin-web", BACKOFFICE, FARGATE("LATEST", "1.4.0"), .n = 2, .port = 8080, .short_arn = true,
     .created = "2019-05-14", .hub = HUB_PASSED, .use = "管理画面"},
    {"legacy-crm", BACKOFFICE, FARGATE("1.0.0", "1.0.0"), .n = 1, .port = 8080, .short_arn = true,
     .created = "2018-07-19", .deployed = "2018-07-19", .hub = HUB_FAILED, .use = "旧顧客管理"},
    {"keiri-api", BACKOFFICE, FARGATE("LATEST", "1.4.0"), .n = 2, .port = 8080, .hub = HUB_PASSED,
     .use = "経理"},
    {"jinji-portal", BACKOFFICE, FARGATE("1.3.0", "1.3.0"), .n = 2, .port = 8080, .hub = HUB_FAILED,
     .deployed = "2022-04-12", .use = "人事", .note = "例外申請 RISK-231 で承認済み。"},
    {"haiso-tracker", BACKOFFICE, FARGATE("LATEST", "1.4.0"), .n = 2, .hub = HUB_PASSED,
     .use = "配送状況の照会"},
    {"kintai", BACKOFFICE, FARGATE("1.2.0", "1.2.0"), .n = 2, .port = 8080, .created = "2018-08-30",
     .deployed = "2019-01-16", .hub = HUB_FAILED, .use = "勤怠"},
    {"faq-bot", BACKOFFICE, FARGATE("latest", "1.4.0"), .n = 1, .use = "社内 FAQ"},
    {"vendor-edi", BACKOFFICE, FARGATE("1.3.0", "1.3.0"), .n = 2, .hub = HUB_FAILED,
     .deployed = "2023-03-07", .use = "取引先 EDI"},
    /* A roll-out just finished: the old deployment is still listed, but runs nothing. */
    {"ops-dashboard", BACKOFFICE, FARGATE("LATEST", "1.4.0"), .n = 1, .old = "1.3.0", .old_n = 0,
     .port = 3000, .hub = HUB_PASSED, .created = "2023-06-20", .deployed = "2026-09-30T00:12:09",
     .use = "運用状況の表示"},
    {"shift-planner", BACKOFFICE, FARGATE(NULL, NULL), .n = 0, .deployed = "2026-09-16",
     .use = "シフト作成(準備中)"},

    /* Production, Virginia. 1.5.0 is newer than any version known at the time. */
    {"web", SHOP_US, FARGATE("LATEST", "1.4.0"), .n = 4, .port = 8080, .public_ip = true,
     .hub = HUB_PASSED, .use = "海外店舗サイト(北米)"},
    {"api", SHOP_US, FARGATE("LATEST", "1.5.0"), .n = 4, .port = 8080, .hub = HUB_PASSED,
     .deployed = "2026-09-29", .use = "アプリ向け API(北米)"},
    {"checkout", SHOP_US, FARGATE("1.5.0", "1.5.0"), .n = 2, .port = 8080, .deployed = "2026-09-29",
     .use = "注文確定(北米)"},
    {"search-api", SHOP_US, BOTH("LATEST", "1.4.0"), .n = 3, .port = 8080, .use = "商品検索(北米)"},
    {"mail-worker", SHOP_US, FARGATE("1.4.0", "1.4.0"), .n = 1, .hub = HUB_PASSED,
     .use = "注文メールの送信(北米)"},
    {"fraud-check", SHOP_US, WINDOWS("LINUX", "1.3.0", "1.3.0"), .n = 2, .hub = HUB_FAILED,
     .deployed = "2023-01-31", .use = "不正注文の検知"},
    {"sales-tax", SHOP_US, .launch = LAUNCH_BY_FARGATE, .asked = "1.4.0", .family = "Linux",
     .runs = "1.4.0", .n = 2, .use = "売上税の計算"},

    /* Production, Ireland. */
    {"web", SHOP_EU, FARGATE("LATEST", "1.4.0"), .n = 3, .port = 8080, .hub = HUB_PASSED,
     .use = "海外店舗サイト(欧州)"},
    {"checkout", SHOP_EU, FARGATE("LATEST", "1.3.0"), .n = 2, .port = 8080,
     .deployed = "2021-02-02", .use = "注文確定(欧州)"},
    {"gdpr-export", SHOP_EU, FARGATE("1.4.0", "1.4.0"), .n = 1, .hub = HUB_PASSED,
     .use = "個人データの開示請求"},
    {"mail-worker", SHOP_EU, FARGATE("LATEST", "1.4.0"), .n = 1, .hub = HUB_PASSED,
     .use = "注文メールの送信(欧州)"},
    {"image-resizer", SHOP_EU, SPOT("LATEST", "1.4.0"), .n = 2, .use = "商品画像の縮小(欧州)"},
    /* As 1.3.1 above: a number that was never released, for Windows. */
    {"vat-service", SHOP_EU, WINDOWS("WINDOWS_SERVER_2019_CORE", "0.9.0", "0.9.0"), .n = 1,
     .hub = HUB_FAILED, .deployed = "2021-11-16", .use = "付加価値税の計算"},

    /* Staging, Tokyo: exported without tags. In Ireland nobody exported the inventory. */
    {"web", STG_SHOP, FARGATE("LATEST", "1.4.0"), .n = 1, .port = 8080, .hub = HUB_PASSED},
    {"api", STG_SHOP, FARGATE("LATEST", "1.4.0"), .n = 1, .port = 8080, .hub = HUB_PASSED},
    {"checkout", STG_SHOP, FARGATE("LATEST", "1.4.0"), .n = 1, .port = 8080},
    {"cart", STG_SHOP, FARGATE("1.4.0", "1.4.0"), .n = 1, .port = 8080},
    {"search-indexer", STG_SHOP, SPOT("LATEST", "1.4.0"), .n = 1},
    {"mail-worker", STG_SHOP, FARGATE("1.3.0", "1.3.0"), .n = 1, .hub = HUB_FAILED,
     .quirk = QUIRK_OLD_FORM, .deployed = "2022-05-31"},
    {"load-test", STG_SHOP, FARGATE("LATEST", "1.4.0"), .n = 0, .hub = HUB_PASSED,
     .deployed = "2026-08-19"},
    /* Created for an outside deployer that has not made a task set yet: nothing says what it is. */
    {"feature-preview", STG_SHOP, .controller = CONTROLLER_EXTERNAL, .deployed = "2026-09-25"},
    {"qa-sandbox", STG_SHOP, .known = KNOWN_MISSING,
     .note = "クラスター名の誤記と思われる(要確認)。"},
    {"web", STG_SHOP_EU, FARGATE("LATEST", "1.4.0"), .n = 1, .port = 8080, .known = KNOWN_HUB,
     .hub = HUB_PASSED},

    /* Shared services, Tokyo. */
    {"log-router", PLATFORM, .launch = LAUNCH_EC2, .daemon = true, .n = 6, .use = "ログ転送"},
    {"grafana", PLATFORM, FARGATE("LATEST", "1.4.0"), .n = 2, .port = 3000, .hub = HUB_PASSED,
     .use = "監視画面"},
    {"prometheus", PLATFORM, FARGATE("1.4.0", "1.4.0"), .n = 2, .hub = HUB_PASSED, .use = "監視"},
    {"keycloak", PLATFORM, FARGATE("LATEST", "1.3.0"), .n = 2, .port = 8443, .hub = HUB_PASSED,
     .deployed = "2021-01-06", .use = "社内認証"},
    {"ci-runner", PLATFORM, SPOT("1.3.0", "1.3.0"), .n = 4, .deployed = "2022-08-17", .use = "CI"},
    {"edge-pos", PLATFORM, .launch = LAUNCH_EXTERNAL, .n = 12, .use = "店舗 POS 連携(店舗設置機)"},
    {"mail-relay", PLATFORM, FARGATE("LATEST", "1.4.0"), .n = 2, .use = "メール中継"},
    {"secrets-rotator", PLATFORM, FARGATE("1.4.0", "1.4.0"), .n = 1, .use = "認証情報の更新"},

    /* Shared services, Virginia: known from AWS Config only, which holds neither family nor
       deployments. */
    {"proxy", PLATFORM_US, NO_FAMILY("LATEST", NULL), .n = 2, .hub = HUB_PASSED,
     .use = "外向きプロキシ"},
    {"telemetry", PLATFORM_US, NO_FAMILY("1.4.0", NULL), .n = 2, .hub = HUB_PASSED,
     .use = "計測値の収集"},
    {"win-signer", PLATFORM_US, NO_FAMILY("1.0.0", NULL), .n = 1, .hub = HUB_PASSED,
     .os = "WINDOWS_SERVER_2022_CORE", .use = "配布物の署名"},
    {"link-checker", PLATFORM_US, NO_FAMILY("1.0.0", NULL), .n = 1, .hub = HUB_FAILED,
     .os = "LINUX", .use = "リンク切れの検査"},
    {"artifact-cache", PLATFORM_US, NO_FAMILY("1.0.0", NULL), .n = 1, .hub = HUB_FAILED,
     .use = "成果物の保管"},
    {"status-page", PLATFORM_US, NO_FAMILY(NULL, NULL), .n = 1, .port = 8080,
     .use = "障害情報の掲示"},
    {"geo-dns", PLATFORM_US, .launch = LAUNCH_BY_SPOT, .asked = "LATEST", .n = 2,
     .use = "地域別の名前解決"},
    {"vpn-monitor", PLATFORM_US, .launch = LAUNCH_EC2, .n = 1, .use = "VPN の監視"},
    {"old-metrics", PLATFORM_US, NO_FAMILY("1.3.0", NULL), .n = 0, .known = KNOWN_DELETED,
     .deployed = "2022-02-08", .use = "旧監視"},
    {"old-proxy", PLATFORM_US, NO_FAMILY("1.3.0", NULL), .n = 1, .known = KNOWN_RULE,
     .hub = HUB_FAILED, .use = "旧プロキシ"},

    /* The subsidiary, Tokyo: exported without tags. */
    {"inbound", WMS, FARGATE("LATEST", "1.4.0"), .n = 2, .port = 8080, .hub = HUB_PASSED,
     .use = "入荷"},
    {"picking", WMS, FARGATE("1.4.0", "1.4.0"), .n = 3, .port = 8080, .hub = HUB_PASSED,
     .use = "ピッキング"},
    {"carrier-sync", WMS, FARGATE("1.3.0", "1.3.0"), .n = 1, .hub = HUB_FAILED,
     .deployed = "2022-12-06", .use = "運送会社との連携"},
    {"label-printer", WMS, WINDOWS("Windows Server 2022 Core", "LATEST", "1.0.0"), .n = 2,
     .hub = HUB_PASSED, .use = "送り状の印刷"},
    {"scale-gateway", WMS, .launch = LAUNCH_EXTERNAL, .n = 4, .use = "計量器の接続(倉庫設置機)"},

    /* The subsidiary, Ireland: an old CLI, no date in the name, no platform family in the answer.
     */
    {"inbound", WMS_EU, NO_FAMILY("LATEST", "1.4.0"), .n = 1, .port = 8080},
    {"customs", WMS_EU, NO_FAMILY("1.0.0", "1.0.0"), .n = 1, .deployed = "2022-11-08"},
    {"sorter", WMS_EU, NO_FAMILY("LATEST", "1.0.0"), .n = 2, .deployed = "2023-05-16"},
    {"rate-table", WMS_EU, NO_FAMILY("LATEST", NULL), .n = 1},
    {"weigher", WMS_EU, NO_FAMILY("1.2.0", "1.2.0"), .n = 1, .created = "2018-11-05",
     .deployed = "2019-02-14"},
    {"archive-worker", WMS_EU, .launch = LAUNCH_EC2, .n = 1},
};

const size_t ms_service_count = sizeof ms_services / sizeof *ms_services;
