-- Views on what the connector 'postgresql' writes. To be run before it starts or at any time after, as often as you like:
--   psql -f connectors/sql/views.sql
-- The tables are created here as far as the views need them; the connector adds every other column, and all other tables.

create table if not exists alerts (
    key text primary key,
    alert_id text not null,
    cluster text not null,
    kind text not null,
    subject text not null,
    episode integer not null,
    state text not null,
    starts_at timestamp(6) not null,
    severity text not null,
    summary text not null,
    supplier text,
    site text,
    due date,
    causes text[] not null,
    at timestamp(6) not null
);

create table if not exists delivery_rates (
    key text primary key,
    cluster text not null,
    month text not null,
    supplier text,
    product text,
    release text,
    go_lives integer not null,
    planned integer,
    due integer
);

create table if not exists supplier_status (
    key text primary key,
    cluster text not null,
    supplier text not null,
    accepted bigint not null,
    pending integer not null,
    met integer not null,
    met_late integer not null,
    missed integer not null,
    withdrawn integer not null
);

create table if not exists milestones (
    key text primary key,
    cluster text not null,
    milestone text not null,
    kind text not null,
    title text,
    status text not null,
    baseline date not null,
    due date not null,
    undated boolean not null,
    slips integer not null,
    slip_days integer not null,
    owner text not null,
    progress integer,
    count integer,
    probability double precision,
    p_50 date,
    p_85 date,
    at timestamp(6) not null
);

create table if not exists forecasts (
    key text primary key,
    cluster text not null,
    milestone text not null,
    due date not null,
    lead integer not null,
    owner text not null,
    day date not null,
    score integer not null,
    outcome text not null
);

-- What is wrong now, the worst first and then the oldest.
create or replace view open_alerts as
select cluster, severity, kind, summary, starts_at, due, supplier, site, subject, episode, alert_id
from alerts
where state = 'OPEN'
order by case severity when 'CRITICAL' then 1 when 'WARNING' then 2 else 3 end, starts_at, alert_id;

-- A cluster's burn-up: sites live, as first planned, and as now planned, month by month.
create or replace view burn_up as
select
    cluster, month, go_lives,
    (sum(go_lives) over months)::integer as live,
    (sum(planned) over months)::integer as baseline,
    (sum(due) over months)::integer as plan
from delivery_rates
where supplier is null and product is null and release is null
window months as (partition by cluster order by month)
order by cluster, month;

-- Who keeps promises: of those that came due in all clusters, the share that was met in time.
create or replace view supplier_league as
select
    rank() over (order by hit_rate desc nulls last) as place,
    supplier, hit_rate, met, met_late, missed, pending, withdrawn, accepted
from (
    select
        supplier,
        round(sum(met)::numeric / nullif(sum(met + met_late + missed), 0), 3) as hit_rate,
        sum(met) as met, sum(met_late) as met_late, sum(missed) as missed,
        sum(pending) as pending, sum(withdrawn) as withdrawn, sum(accepted) as accepted
    from supplier_status
    group by supplier
) as suppliers
order by place, supplier;

-- How often what the hub forecast came true: of the forecasts of each tenth, by days ahead, the share that was met.
create or replace view calibration as
select
    lead,
    least(score / 1000, 9) as tenth,
    count(*) as forecasts,
    round(avg(score) / 10000, 3) as forecast,
    round(avg((outcome = 'MET')::int), 3) as met
from forecasts
where outcome in ('MET', 'NOT_MET')
group by lead, least(score / 1000, 9)
order by lead, tenth;

-- How good those forecasts were beside believing every date: Brier scores, less is better.
create or replace view forecast_record as
select
    lead, owner as supplier, count(*) as forecasts,
    round(avg(power(score / 10000.0 - (outcome = 'MET')::int, 2)), 4) as brier,
    round(1 - avg((outcome = 'MET')::int), 4) as brier_of_promise
from forecasts
where outcome in ('MET', 'NOT_MET')
group by lead, owner
order by lead, owner;

-- Milestones in a manager's words, the worst first; commitments above sites.
create or replace view milestone_words as
with words as (
    select
        cluster, milestone, kind, title, due, owner, progress, count, probability, p_50, p_85,
        case
            when status = 'MISSED' then 'Missed'
            when status = 'MET' then 'Met'
            when status = 'MET_LATE' then 'Met late'
            when status = 'WITHDRAWN' then 'Withdrawn'
            when 'MILESTONE_AT_RISK' in (select kind from alerts a
                where a.cluster = m.cluster and a.subject = m.milestone and a.state = 'OPEN') then 'At risk'
            when 'DATE_SLIPPING' in (select kind from alerts a
                where a.cluster = m.cluster and a.subject = m.milestone and a.state = 'OPEN') then 'Slipping'
            else 'On track'
        end as word
    from milestones m
)
select * from words
order by
    array_position(array['Missed', 'At risk', 'Slipping', 'On track', 'Met late', 'Met', 'Withdrawn'], word),
    (kind = 'COMMITMENT') desc, due, milestone;
