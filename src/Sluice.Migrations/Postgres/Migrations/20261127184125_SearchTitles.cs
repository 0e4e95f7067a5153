using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // See ADR 6. Both extensions may be created by a database's owner.
            migrationBuilder.Sql(
                """
                create extension if not exists pg_trgm;
                create extension if not exists btree_gin;

                create table change_title (
                    tenant_id uuid not null,
                    number integer not null,
                    title_folded text not null,
                    primary key (tenant_id, number));
                create index ix_change_title_words on change_title using gin (tenant_id, title_folded gin_trgm_ops);
                revoke all on change_title from public;

                create function sluice_keep_title() returns trigger language plpgsql security definer set search_path = public, pg_temp as
                $$ begin
                  insert into change_title values (new.tenant_id, new.number, new.title_folded)
                  on conflict (tenant_id, number) do update set title_folded = excluded.title_folded;
                  return null;
                end $$;
                create trigger keep_title after insert or update of title_folded on change
                for each row execute function sluice_keep_title();

                create view change_title_search as
                select tenant_id, number, title_folded from change_title
                where tenant_id = nullif(current_setting('sluice.tenant', true), '')::uuid;
                """);

            // Changes that are there already are found from now on, too.
            migrationBuilder.Sql(
                """
                alter table change no force row level security;
                insert into change_title select tenant_id, number, title_folded from change;
                alter table change force row level security;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop view change_title_search;
                drop trigger keep_title on change;
                drop function sluice_keep_title();
                drop table change_title;
                """);
        }
    }
}
