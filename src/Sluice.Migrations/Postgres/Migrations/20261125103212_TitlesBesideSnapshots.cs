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

            // What guards these tables is applied anew after every migration.
            migrationBuilder.Sql(
                """
                drop trigger if exists written_once on change_snapshot;
                alter table change_snapshot disable row level security;
                alter table release disable row level security;
                update change_snapshot set title = content::jsonb ->> 'title', content = (content::jsonb - 'title')::text;
                update release set items = (
                    select coalesce(jsonb_agg(item - 'title' order by place), '[]')::text
                    from jsonb_array_elements(items::jsonb) with ordinality as list(item, place));
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
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "title",
                table: "change_snapshot");

            migrationBuilder.AlterColumn<string>(
                name: "conditions",
                table: "change_authorization",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
