using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            // Older titles may have been redacted, and nobody reads them. The trigger is made anew after every migration.
            migrationBuilder.Sql(
                """
                drop trigger if exists change_snapshot_no_update;
                update change_snapshot as snapshot set content = json_remove(content, '$.title'), title = case when version = (
                    select max(version) from change_snapshot other
                    where other.tenant_id = snapshot.tenant_id and other.change_id = snapshot.change_id)
                    then json_extract(content, '$.title') end;
                update runbook_step set plan = json_set(plan, '$.title', '') where is_dropped;
                update release set items = (select json_group_array(json_remove(value, '$.title')) from json_each(items));
                """);

            migrationBuilder.AlterColumn<string>(
                name: "conditions",
                table: "change_authorization",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("What has been redacted does not come back: restore a backup instead.");
    }
}
