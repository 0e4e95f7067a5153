using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ListsByBothStatuses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_change_tenant_id_status_delivery_status",
                table: "change");

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_status_delivery_status_number",
                table: "change",
                columns: new[] { "tenant_id", "status", "delivery_status", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_change_tenant_id_status_delivery_status_number",
                table: "change");

            migrationBuilder.CreateIndex(
                name: "ix_change_tenant_id_status_delivery_status",
                table: "change",
                columns: new[] { "tenant_id", "status", "delivery_status" });
        }
    }
}
