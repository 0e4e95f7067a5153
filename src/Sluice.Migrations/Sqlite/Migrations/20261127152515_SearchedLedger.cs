using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchedLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_tenant_id_act_at",
                table: "ledger_entry",
                columns: new[] { "tenant_id", "act", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_tenant_id_actor_at",
                table: "ledger_entry",
                columns: new[] { "tenant_id", "actor", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_tenant_id_at",
                table: "ledger_entry",
                columns: new[] { "tenant_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_ledger_entry_tenant_id_act_at",
                table: "ledger_entry");

            migrationBuilder.DropIndex(
                name: "ix_ledger_entry_tenant_id_actor_at",
                table: "ledger_entry");

            migrationBuilder.DropIndex(
                name: "ix_ledger_entry_tenant_id_at",
                table: "ledger_entry");
        }
    }
}
