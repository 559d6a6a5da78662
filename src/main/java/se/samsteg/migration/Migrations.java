package se.samsteg.migration;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which process instances follow the newest version of their model. Which are running it reads from the engine's tables,
 * set by set: asked one by one, a start would wait for tens of thousands.
 */
@Repository
class Migrations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Migrations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Id of the newest deployment of models and forms. */
    @Nullable
    String release() {
        return jdbc.sql("""
                        select id_ from act_re_deployment where source_ = 'samsteg'
                        order by deploy_time_ desc, id_ limit 1""").query(String.class).optional().orElse(null);
    }

    /**
     * Notes every instance on an earlier version that was not tried with the newest one, and forgets those that ended.
     *
     * @return whether any waits
     */
    boolean plan() {
        jdbc.sql("""
                        delete from migration m
                        where not exists (select from act_ru_execution where id_ = m.instance::text)
                        or state = 'waiting' and to_version < (
                          select max(version_) from act_re_procdef where key_ = m.process)""").update();
        jdbc.sql("""
                        insert into migration (instance, to_version, process, from_version, case_number, subject, tenant, state, at)
                        select e.id_::uuid, newest.version, d.key_, d.version_, c.case_number,
                          case when c.case_number is null then e.business_key_ end, e.tenant_id_, 'waiting', ?
                        from act_ru_execution e
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        join (select key_, max(version_) as version from act_re_procdef group by key_) newest
                          on newest.key_ = d.key_ and newest.version > d.version_
                        left join case_overview c on c.case_number = e.business_key_
                        where e.parent_id_ is null
                        on conflict do nothing""").param(now()).update();
        return jdbc.sql("select exists (select from migration where state = 'waiting')")
                .query(Boolean.class)
                .single();
    }

    /** The next that wait, behind that instance. */
    List<UUID> waiting(@Nullable UUID after, int atMost) {
        return jdbc.sql("""
                        select instance from migration where state = 'waiting' and (:after::uuid is null or instance > :after::uuid)
                        order by instance limit :most""")
                .param("after", after)
                .param("most", atMost)
                .query(UUID.class)
                .list();
    }

    void moved(UUID instance) {
        jdbc.sql("update migration set state = 'moved', at = ? where instance = ? and state = 'waiting'")
                .params(now(), instance)
                .update();
    }

    void keep(UUID instance, Reason reason, String detail) {
        jdbc.sql("""
                        update migration set state = 'kept', reason = ?, detail = nullif(?, ''), at = ?
                        where instance = ? and state = 'waiting'""").params(reason.name(), detail, now(), instance).update();
    }

    void ended(UUID instance) {
        jdbc.sql("delete from migration where instance = ?").param(instance).update();
    }

    /** Running instances of those associations that were kept on an earlier version. */
    List<EarlierVersion> kept(Collection<String> tenants) {
        return jdbc.sql("""
                        select coalesce(m.case_number, m.subject) as about, d.name_ as process, d.version_ as version,
                          m.reason, m.detail, (m.at at time zone 'Europe/Stockholm')::date as since
                        from (select *, row_number() over (partition by instance order by to_version desc) as nth
                              from migration) m
                        join act_ru_execution e on e.id_ = m.instance::text
                        join act_re_procdef d on d.id_ = e.proc_def_id_
                        where m.nth = 1 and m.state = 'kept' and m.tenant = any(?) and d.version_ < m.to_version
                        order by 1, 2""")
                .param(tenants.toArray(String[]::new))
                .query((row, n) -> new EarlierVersion(
                        row.getString("about"),
                        row.getString("process"),
                        row.getInt("version"),
                        Reason.valueOf(row.getString("reason")).text(),
                        row.getString("detail"),
                        row.getDate("since").toLocalDate()))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
