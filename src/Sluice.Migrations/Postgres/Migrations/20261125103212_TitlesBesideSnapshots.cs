using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class TitlesBesideSnapshots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "change_snapshot",
                type: "text",
                nullable: true);

            // Older titles may have been redacted, and nobody reads them. The trigger is made anew after every migration.
            migrationBuilder.Sql(
                """
                drop trigger if exists written_once on change_snapshot;
                alter table change_snapshot no force row level security;
                alter table release no force row level security;
                alter table runbook_step no force row level security;
                update change_snapshot snapshot set content = (content::jsonb - 'title')::text, title = case when version = (
                    select max(version) from change_snapshot other
                    where other.tenant_id = snapshot.tenant_id and other.change_id = snapshot.change_id)
                    then content::jsonb ->> 'title' end;
                update release set items = (
                    select coalesce(jsonb_agg(item - 'title' order by place), '[]')::text
                    from jsonb_array_elements(items::jsonb) with ordinality as list(item, place));
                update runbook_step set plan = jsonb_set(plan::jsonb, '{title}', '""')::text where is_dropped;
                alter table change_snapshot force row level security;
                alter table release force row level security;
                alter table runbook_step force row level security;
                """);

            migrationBuilder.AlterColumn<string>(
                name: "conditions",
                table: "change_authorization",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("What has been redacted does not come back: restore a backup instead.");
    }
}
