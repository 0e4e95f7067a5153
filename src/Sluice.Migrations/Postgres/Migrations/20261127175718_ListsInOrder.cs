using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ListsInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_release_tenant_id_from",
                table: "release");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "requested_from",
                table: "change",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            // Changes that are there already are sorted from now on, too.
            migrationBuilder.Sql(
                """
                alter table change no force row level security;
                update change set requested_from = content_window_from;
                alter table change force row level security;
                """);

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_view", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_release_tenant_id_from_number",
                table: "release",
                columns: new[] { "tenant_id", "from", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_release_tenant_id_updated_at_number",
                table: "release",
                columns: new[] { "tenant_id", "updated_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_requested_from_number",
                table: "change",
                columns: new[] { "tenant_id", "requested_from", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_tenant_id_account_list_name",
                table: "saved_view",
                columns: new[] { "tenant_id", "account", "list", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_tenant_id_account_place",
                table: "saved_view",
                columns: new[] { "tenant_id", "account", "place" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropIndex(
                name: "ix_release_tenant_id_from_number",
                table: "release");

            migrationBuilder.DropIndex(
                name: "ix_release_tenant_id_updated_at_number",
                table: "release");

            migrationBuilder.DropIndex(
                name: "ix_change_tenant_id_requested_from_number",
                table: "change");

            migrationBuilder.DropColumn(
                name: "requested_from",
                table: "change");

            migrationBuilder.CreateIndex(
                name: "ix_release_tenant_id_from",
                table: "release",
                columns: new[] { "tenant_id", "from" });
        }
    }
}
