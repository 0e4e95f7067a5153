using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FindMembers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "change_of_member",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name_folded = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_of_member", x => new { x.tenant_id, x.name_folded, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_execution_report_tenant_id_at",
                table: "execution_report",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_change_of_member_tenant_id_change_id",
                table: "change_of_member",
                columns: new[] { "tenant_id", "change_id" });

            // Changes that are there already are found from now on, too.
            migrationBuilder.Sql(
                """
                insert into change_of_member (tenant_id, name_folded, number, change_id)
                select distinct change.tenant_id, lower(json_extract(artefact.value, '$.name')), change.number, change.id
                from change, json_each(change.content_artefacts) as artefact;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "change_of_member");

            migrationBuilder.DropIndex(
                name: "ix_execution_report_tenant_id_at",
                table: "execution_report");
        }
    }
}
