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

            // What guards these tables is applied anew after every migration.
            migrationBuilder.Sql(
                """
                drop trigger if exists change_snapshot_no_update;
                update change_snapshot set title = json_extract(content, '$.title'), content = json_remove(content, '$.title');
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
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "title",
                table: "change_snapshot");

            migrationBuilder.AlterColumn<string>(
                name: "conditions",
                table: "change_authorization",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
