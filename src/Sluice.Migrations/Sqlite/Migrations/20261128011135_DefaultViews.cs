using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sluice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DefaultViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "default_of",
                table: "saved_view",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_view_tenant_id_account_default_of",
                table: "saved_view",
                columns: new[] { "tenant_id", "account", "default_of" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_saved_view_tenant_id_account_default_of",
                table: "saved_view");

            migrationBuilder.DropColumn(
                name: "default_of",
                table: "saved_view");
        }
    }
}
