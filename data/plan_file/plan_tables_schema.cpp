#include "data/plan_file/schema.h"

#include <array>

namespace trestle::planfile {

namespace {

// Columns end in their unit: _week (working weeks from the start), _weeks (a length), _date, _cents (AUD). Effort is in
// person-weeks. Times of what has no work left are NULL.
constexpr std::array kComputed{
    SchemaObject{"table", "plan_scenario",
                 R"(CREATE TABLE plan_scenario(
  scenario TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  client TEXT NOT NULL,
  catalogue TEXT NOT NULL,
  catalogue_version INTEGER NOT NULL,
  catalogue_sha256 TEXT NOT NULL,
  start_date TEXT NOT NULL,
  readiness REAL,
  items_done INTEGER NOT NULL,
  items_partial INTEGER NOT NULL,
  items_missing INTEGER NOT NULL,
  items_excluded INTEGER NOT NULL,
  effort_low REAL NOT NULL,
  effort_likely REAL NOT NULL,
  effort_high REAL NOT NULL,
  finish_low_week REAL NOT NULL,
  finish_likely_week REAL NOT NULL,
  finish_high_week REAL NOT NULL,
  finish_low_date TEXT NOT NULL,
  finish_likely_date TEXT NOT NULL,
  finish_high_date TEXT NOT NULL,
  labour_low_cents INTEGER NOT NULL,
  labour_likely_cents INTEGER NOT NULL,
  labour_high_cents INTEGER NOT NULL,
  running_low_cents INTEGER NOT NULL,
  running_likely_cents INTEGER NOT NULL,
  running_high_cents INTEGER NOT NULL,
  total_low_cents INTEGER NOT NULL,
  total_likely_cents INTEGER NOT NULL,
  total_high_cents INTEGER NOT NULL,
  target_date TEXT,
  budget_cents INTEGER,
  confidence INTEGER NOT NULL
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_phase",
                 R"(CREATE TABLE plan_phase(
  scenario TEXT NOT NULL,
  position INTEGER NOT NULL,
  phase TEXT NOT NULL,
  title TEXT NOT NULL,
  reference_first_week INTEGER NOT NULL,
  reference_last_week INTEGER NOT NULL,
  in_place REAL NOT NULL,
  in_scope INTEGER NOT NULL,
  progress REAL NOT NULL,
  effort_low REAL NOT NULL,
  effort_likely REAL NOT NULL,
  effort_high REAL NOT NULL,
  start_low_week REAL,
  start_likely_week REAL,
  start_high_week REAL,
  finish_low_week REAL,
  finish_likely_week REAL,
  finish_high_week REAL,
  start_low_date TEXT,
  start_likely_date TEXT,
  start_high_date TEXT,
  finish_low_date TEXT,
  finish_likely_date TEXT,
  finish_high_date TEXT,
  labour_low_cents INTEGER NOT NULL,
  labour_likely_cents INTEGER NOT NULL,
  labour_high_cents INTEGER NOT NULL,
  slack_weeks REAL,
  slack_by_links_weeks REAL,
  drives_finish INTEGER NOT NULL,
  PRIMARY KEY(scenario, position)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_item",
                 R"(CREATE TABLE plan_item(
  scenario TEXT NOT NULL,
  position INTEGER NOT NULL,
  phase TEXT NOT NULL,
  item TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  add_on INTEGER NOT NULL,
  owner TEXT NOT NULL,
  note TEXT NOT NULL,
  effort_low REAL NOT NULL,
  effort_likely REAL NOT NULL,
  effort_high REAL NOT NULL,
  start_low_week REAL,
  start_likely_week REAL,
  start_high_week REAL,
  finish_low_week REAL,
  finish_likely_week REAL,
  finish_high_week REAL,
  start_low_date TEXT,
  start_likely_date TEXT,
  start_high_date TEXT,
  finish_low_date TEXT,
  finish_likely_date TEXT,
  finish_high_date TEXT,
  labour_low_cents INTEGER NOT NULL,
  labour_likely_cents INTEGER NOT NULL,
  labour_high_cents INTEGER NOT NULL,
  slack_weeks REAL,
  slack_by_links_weeks REAL,
  drives_finish INTEGER NOT NULL,
  waits_kind TEXT,
  waits_on TEXT,
  PRIMARY KEY(scenario, position)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_person",
                 R"(CREATE TABLE plan_person(
  scenario TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  allocation REAL NOT NULL,
  weekly_rate_cents INTEGER NOT NULL,
  worked_low_weeks REAL NOT NULL,
  worked_likely_weeks REAL NOT NULL,
  worked_high_weeks REAL NOT NULL,
  cost_low_cents INTEGER NOT NULL,
  cost_likely_cents INTEGER NOT NULL,
  cost_high_cents INTEGER NOT NULL,
  PRIMARY KEY(scenario, position)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_assignment",
                 R"(CREATE TABLE plan_assignment(
  scenario TEXT NOT NULL,
  item TEXT NOT NULL,
  position INTEGER NOT NULL,
  person TEXT NOT NULL,
  joined_week REAL NOT NULL,
  left_week REAL NOT NULL,
  worked_weeks REAL NOT NULL,
  first_date TEXT NOT NULL,
  last_date TEXT NOT NULL,
  PRIMARY KEY(scenario, item, position)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_link",
                 R"(CREATE TABLE plan_link(
  scenario TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_node TEXT NOT NULL,
  to_node TEXT NOT NULL,
  type TEXT NOT NULL,
  lag_weeks REAL NOT NULL,
  tight INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY(scenario, position)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_running_cost",
                 R"(CREATE TABLE plan_running_cost(
  scenario TEXT NOT NULL,
  position INTEGER NOT NULL,
  phase TEXT NOT NULL,
  title TEXT NOT NULL,
  monthly_low_cents INTEGER NOT NULL,
  monthly_likely_cents INTEGER NOT NULL,
  monthly_high_cents INTEGER NOT NULL,
  start_low_date TEXT NOT NULL,
  start_likely_date TEXT NOT NULL,
  start_high_date TEXT NOT NULL,
  days_low INTEGER NOT NULL,
  days_likely INTEGER NOT NULL,
  days_high INTEGER NOT NULL,
  cost_low_cents INTEGER NOT NULL,
  cost_likely_cents INTEGER NOT NULL,
  cost_high_cents INTEGER NOT NULL,
  PRIMARY KEY(scenario, position)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_month",
                 R"(CREATE TABLE plan_month(
  scenario TEXT NOT NULL,
  month TEXT NOT NULL,
  labour_low_cents INTEGER NOT NULL,
  labour_likely_cents INTEGER NOT NULL,
  labour_high_cents INTEGER NOT NULL,
  running_low_cents INTEGER NOT NULL,
  running_likely_cents INTEGER NOT NULL,
  running_high_cents INTEGER NOT NULL,
  PRIMARY KEY(scenario, month)
) STRICT, WITHOUT ROWID)"},
    // The simulation's, filled when it ends. Rows of another revision than plan_scenario's are never left behind.
    SchemaObject{"table", "plan_risk",
                 R"(CREATE TABLE plan_risk(
  scenario TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  runs INTEGER NOT NULL,
  seed INTEGER NOT NULL,
  chance_by_target REAL,
  chance_under_budget REAL,
  chance_of_both REAL
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_percentile",
                 R"(CREATE TABLE plan_percentile(
  scenario TEXT NOT NULL,
  phase TEXT NOT NULL,
  percent INTEGER NOT NULL,
  finish_week REAL,
  finish_date TEXT,
  labour_cents INTEGER,
  running_cents INTEGER,
  total_cents INTEGER,
  PRIMARY KEY(scenario, phase, percent)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_phase_risk",
                 R"(CREATE TABLE plan_phase_risk(
  scenario TEXT NOT NULL,
  phase TEXT NOT NULL,
  drives_finish REAL,
  drives_finish_by_links REAL,
  finish_correlation REAL,
  cost_correlation REAL,
  PRIMARY KEY(scenario, phase)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_price",
                 R"(CREATE TABLE plan_price(
  scenario TEXT NOT NULL,
  kind TEXT NOT NULL,
  chosen INTEGER NOT NULL,
  confidence INTEGER NOT NULL,
  price_cents INTEGER NOT NULL,
  gst_cents INTEGER NOT NULL,
  revenue_mean_cents INTEGER NOT NULL,
  margin_mean_cents INTEGER NOT NULL,
  margin_p10_cents INTEGER NOT NULL,
  margin_p50_cents INTEGER NOT NULL,
  chance_of_loss REAL NOT NULL,
  chance_cap_binds REAL,
  PRIMARY KEY(scenario, kind)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_payment",
                 R"(CREATE TABLE plan_payment(
  scenario TEXT NOT NULL,
  position INTEGER NOT NULL,
  percent REAL NOT NULL,
  at TEXT NOT NULL,
  phase TEXT,
  invoice_date TEXT NOT NULL,
  due_date TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  gst_cents INTEGER NOT NULL,
  PRIMARY KEY(scenario, position)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_cash",
                 R"(CREATE TABLE plan_cash(
  scenario TEXT PRIMARY KEY,
  chance_to_launch REAL NOT NULL,
  chance_to_end REAL NOT NULL,
  needed_p50_cents INTEGER NOT NULL,
  needed_p80_cents INTEGER NOT NULL,
  needed_p90_cents INTEGER NOT NULL,
  at_launch_likely_cents INTEGER NOT NULL,
  at_launch_p10_cents INTEGER NOT NULL,
  at_launch_p50_cents INTEGER NOT NULL,
  at_launch_p90_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"table", "plan_cash_month",
                 R"(CREATE TABLE plan_cash_month(
  scenario TEXT NOT NULL,
  month TEXT NOT NULL,
  likely_cents INTEGER NOT NULL,
  p10_cents INTEGER NOT NULL,
  p50_cents INTEGER NOT NULL,
  p90_cents INTEGER NOT NULL,
  chance_runs_out REAL NOT NULL,
  PRIMARY KEY(scenario, month)
) STRICT, WITHOUT ROWID)"},
    SchemaObject{"view", "plan_overview",
                 R"(CREATE VIEW plan_overview AS
SELECT scenario, name, start_date, round(readiness * 100, 1) AS ready_percent,
  finish_low_date, finish_likely_date, finish_high_date, round(finish_likely_week, 1) AS likely_weeks,
  labour_likely_cents / 100.0 AS labour_aud, running_likely_cents / 100.0 AS running_aud,
  total_low_cents / 100.0 AS total_low_aud, total_likely_cents / 100.0 AS total_likely_aud,
  total_high_cents / 100.0 AS total_high_aud
FROM plan_scenario ORDER BY position)"},
    SchemaObject{"view", "plan_timeline",
                 R"(CREATE VIEW plan_timeline AS
SELECT p.scenario, p.position + 1 AS phase_number, 0 AS item_number, p.phase, NULL AS item, p.title, NULL AS state,
  p.effort_likely, p.start_likely_date AS first_day, p.finish_likely_date AS last_day,
  p.labour_likely_cents / 100.0 AS labour_aud, p.drives_finish
FROM plan_phase p
UNION ALL
SELECT i.scenario, p.position + 1,
  row_number() OVER (PARTITION BY i.scenario, i.phase ORDER BY i.position), i.phase, i.item, i.title, i.state,
  i.effort_likely, i.start_likely_date, i.finish_likely_date, i.labour_likely_cents / 100.0, i.drives_finish
FROM plan_item i JOIN plan_phase p ON p.scenario = i.scenario AND p.phase = i.phase
ORDER BY 1, 2, 3)"},
    SchemaObject{"view", "plan_history",
                 R"(CREATE VIEW plan_history AS
SELECT r.id, r.parent, strftime('%Y-%m-%dT%H:%M:%SZ', r.at / 1000, 'unixepoch') AS at, r.label, t.name AS version,
  r.id = h.id AS is_head
FROM revision r CROSS JOIN head h LEFT JOIN tag t ON t.revision = r.id ORDER BY r.id)"},
};

} // namespace

std::span<const SchemaObject> computedSchema()
{
    return kComputed;
}

} // namespace trestle::planfile
