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
    cumulative_go_lives integer,
    planned integer,
    cumulative_planned integer,
    due integer,
    cumulative_due integer
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

-- What is wrong now, the worst first and then the oldest.
create or replace view open_alerts as
select cluster, severity, kind, summary, starts_at, due, supplier, site, subject, episode, alert_id
from alerts
where state = 'OPEN'
order by case severity when 'CRITICAL' then 1 when 'WARNING' then 2 else 3 end, starts_at, alert_id;

-- A cluster's burn-up: sites live, as first planned, and as now planned, month by month.
create or replace view burn_up as
select cluster, month, go_lives, cumulative_go_lives as live, cumulative_planned as baseline, cumulative_due as plan
from delivery_rates
where supplier is null and product is null and release is null
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
