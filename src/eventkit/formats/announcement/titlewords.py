"""The words and endings of words by which titles are known, in seven languages; all folded."""

from __future__ import annotations

from eventkit.formats.announcement.words import word_set

__all__ = [
    "ABBREVIATED",
    "CIVIC",
    "GERMANIC",
    "OF_BODIES",
    "OF_FIELDS",
    "OWNING",
    "ROMANCE",
    "TITLE_ENDS",
]

# The first title stands before its organisation without a word between: ``CEO Acme``.
ABBREVIATED = word_set(
    "ceo cfo cto coo cio cmo cso cpo chro ciso cdo dpo pdg dg cco cro evp svp vp"
)

# Before ``of`` and its like these name the organisation: ``Founder of Acme``.
OF_BODIES = word_set(
    "managing executive general generale geral ejecutivo ejecutiva executivo executiva esecutivo"
    " esecutiva delegato delegata algemeen titulaire "
    "ceo cfo cto coo cio cmo cso cpo founder cofounder owner proprietor rector provost chancellor"
    " fondatore fondatrice cofondatore cofondatrice titolare rettore rettrice proprietario"
    " fondateur fondatrice cofondateur cofondatrice pdg gerant gerante proprietaire"
    " grunder grunderin mitgrunder mitgrunderin geschaftsfuhrer geschaftsfuhrerin inhaber inhaberin"
    " rektor rektorin fundador fundadora cofundador cofundadora dueno duena propietario propietaria"
    " cofundadora sociofundador sociofundadora dono dona proprietaria oprichter oprichtster"
    " eigenaar"
    " eigenaresse medeoprichter"
)

# Who owns a body, which may stand right after: ``eigenaar Voorbeeld Advies``.
OWNING = word_set(
    "founder owner cofounder fondatore fondatrice titolare fondateur fondatrice grunder grunderin"
    " inhaber inhaberin geschaftsfuhrer geschaftsfuhrerin fundador fundadora oprichter oprichtster"
    " eigenaar eigenaresse zaakvoerder"
)

# Before ``of`` and its like these name a place or a field: ``Mayor of Springfield``.
CIVIC = word_set(
    "mayor governor ambassador minister senator bishop consul secretary councillor mp mep"
    " sindaco sindaca ministro ministra ambasciatore ambasciatrice senatore assessore assessora"
    " maire ministre ambassadeur ambassadrice senateur prefet prefete depute deputee"
    " burgermeister burgermeisterin oberburgermeister oberburgermeisterin botschafter botschafterin"
    " ministerin landrat landratin alcalde alcaldesa embajador embajadora concejal diputado"
    " diputada"
    " prefeito prefeita embaixador embaixadora vereador vereadora deputado deputada"
    " burgemeester wethouder gedeputeerde"
)

# After these ``in`` and its like name a field, and no organisation: ``Experta en Derecho``.
OF_FIELDS = word_set(
    "expert experts specialist consultant doctor researcher lecturer reader major fellow postdoc"
    " esperto esperta specialista dottore dottoressa dottorando dottoranda laureato laureata"
    " consulente ricercatore ricercatrice"
    " experte specialiste docteur docteure doctorant doctorante ingenieur ingenieure consultante"
    " chercheur chercheuse conseiller conseillere formateur formatrice etudiant etudiante titulaire"
    " experta experto especialista doctora licenciado licenciada ingeniero ingeniera graduado"
    " graduada master tecnico tecnica consultor consultora asesor asesora investigador"
    " investigadora mestre doutor doutora doutorando doutoranda engenheiro engenheira bacharel"
    " deskundige specialiste promovendus spezialist spezialistin experten expertin"
)

# In these languages the head of a title stands last: ``University Professor``.
GERMANIC = word_set(
    # English
    "academic accountant activist actor actress actuary adviser advisor administrator advocate"
    " hacker bookseller proofreader keeper master host bursar sister steward brewer luthier blacksmith stonemason skipper trustee"
    " animator gp convenor convener dramaturg underwriter arborist distiller polymath"
    " showrunner moderator panelist headteacher headmaster choirmaster postmaster webmaster"
    " envoy aide scribe"
    " agronomist aide ambassador analyst anthropologist apprentice archaeologist architect"
    " archivist"
    " artist assistant associate astronaut astronomer attorney auditor author banker barrister"
    " biochemist bioinformatician biologist blogger botanist broadcaster broker builder buyer"
    " candidate captain cardiologist cartographer ceo cfo cto coo cio cmo cso cpo chro ciso cdo cco"
    " cro dpo evp svp avp vp gm chair chairman chairperson chairwoman champion chancellor chef"
    " chemist chief chiropractor cinematographer clerk climatologist clinician coach cofounder"
    " columnist commander commissioner composer conductor conservator consul consultant contributor"
    " controller coordinator copywriter correspondent councillor councilor counsel counsellor"
    " counselor craftsman creator critic cryptographer curator custodian dean delegate dentist"
    " deputy dermatologist designer developer dietitian diplomat director dispatcher doctor"
    " doctoral driver ecologist economist editor educator electrician engineer entrepreneur"
    " environmentalist envoy epidemiologist ethicist evangelist evaluator examiner executive expert"
    " facilitator farmer fellow filmmaker firefighter forester founder fundraiser geneticist"
    " geographer geologist geophysicist governor gynaecologist head historian hydrologist"
    " illustrator immunologist innovator inspector instructor intern interpreter inventor"
    " investigator investor jeweller journalist judge lawyer lead leader lecturer librarian"
    " linguist lobbyist logistician maintainer maker manager marketer mathematician mayor md"
    " mediator member mentor mep meteorologist microbiologist midwife minister missionary musician"
    " naturalist negotiator neurologist neuroscientist notary novelist nurse nutritionist officer"
    " ombudsman ombudsperson operator oncologist optician organiser organizer owner paediatrician"
    " painter paralegal partner pathologist patron pediatrician pharmacist philosopher photographer"
    " physician physicist physiologist physiotherapist pilot pioneer planner podcaster poet"
    " policymaker politician postdoc postdoctoral practitioner president principal producer prof"
    " professor programmer proprietor prosecutor provost psychiatrist psychologist psychotherapist"
    " publisher rapporteur reader realtor receptionist recruiter rector referee registrar reporter"
    " representative researcher resident reviewer salesperson scholar scientist screenwriter"
    " sculptor secretary senator servant singer sociologist solicitor speaker specialist"
    " spokesperson spokesman spokeswoman statistician steward strategist student superintendent"
    " supervisor surgeon surveyor teacher technician technologist tester therapist toxicologist"
    " trader trainee trainer translator treasurer tutor undersecretary urbanist vet veterinarian"
    " vice-president vice-chair vicepresident virologist volunteer warden winemaker worker writer"
    " zoologist freelancer newsreader emeritus pi devrel laureate pharmacologist hygienist planter"
    " undergraduate graduate pastor priest vicar bishop monk nun chaplain docent jurist"
    " facilitator presenter freelance retiree potter storyteller"
    " beekeeper gardener baker brewer carpenter mechanic plumber ranger guide choreographer dancer"
    " comedian ceramicist restorer weaver watchmaker conservationist campaigner organist pianist"
    " violinist soprano tenor oceanographer ornithologist paramedic chaplaincy verger curate"
    " sommelier hotelier innkeeper miller vintner winegrower shepherd fisherman beautician"
    # German
    " direktor direktorin leiter leiterin geschaftsfuhrer geschaftsfuhrerin vorstand vorstandin"
    " schmied schmiedin topfer topferin konditor konditorin ranger rangerin schafer schaferin"
    " chirurg chirurgin ehrenamtliche ehrenamtlicher landtagsabgeordnete landtagsabgeordneter"
    " ministerialrat vertrauensmann vertrauensfrau reporter reporterin lektor lektorin"
    " ubersetzer verleger verlegerin archivar archivarin restaurator restauratorin dramaturg"
    " dramaturgin intendant intendantin kantor kantorin volkswirt volkswirtin betriebswirt"
    " betriebswirtin administrator administratorin systemadministrator prokurist diakon"
    " diakonin geigenbauer geigenbauerin redner rednerin pate patin bischof bischofin"
    " streetworker podcaster podcasterin"
    " vorstandsmitglied vorsitzender vorsitzende vorsitzenden prasident prasidentin vizeprasident"
    " vizeprasidentin professor professorin juniorprofessor juniorprofessorin privatdozent dozent"
    " dozentin forscher forscherin wissenschaftler wissenschaftlerin berater beraterin referent"
    " referentin redakteur redakteurin chefredakteur chefredakteurin journalist journalistin"
    " grunder grunderin mitgrunder mitgrunderin rektor rektorin dekan dekanin prodekan sprecher"
    " sprecherin inhaber inhaberin rechtsanwalt rechtsanwaltin anwalt anwaltin ingenieur"
    " ingenieurin mitarbeiter mitarbeiterin doktorand doktorandin experte expertin spezialist"
    " spezialistin analyst analystin architekt architektin arzt arztin chefarzt chefarztin oberarzt"
    " oberarztin physiker physikerin chemiker chemikerin biologe biologin geologe geologin"
    " psychologe psychologin soziologe soziologin historiker historikerin okonom okonomin kurator"
    " kuratorin bibliothekar bibliothekarin lehrer lehrerin beamter beamtin kommissar kommissarin"
    " botschafter botschafterin autor autorin schriftsteller schriftstellerin unternehmer"
    " unternehmerin entwickler entwicklerin programmierer programmiererin statistiker"
    " statistikerin techniker technikerin trainer trainerin coach padagoge padagogin mediator"
    " mediatorin steuerberater steuerberaterin notar notarin staatsanwalt staatsanwaltin richter"
    " richterin abgeordneter abgeordnete senator senatorin burgermeister burgermeisterin"
    " oberburgermeister oberburgermeisterin vertreter vertreterin beauftragter beauftragte mitglied"
    " schatzmeister schatzmeisterin eigentumer eigentumerin koordinator koordinatorin assistent"
    " assistentin sekretar sekretarin staatssekretar staatssekretarin minister ministerin partner"
    " partnerin moderator moderatorin student studentin stipendiat stipendiatin kanzler kanzlerin"
    " landrat landratin dezernent dezernentin meister meisterin planer planerin apotheker"
    " apothekerin tierarzt tierarztin pflegefachfrau forster forsterin landwirt landwirtin"
    " vorstandsvorsitzender vorstandsvorsitzende vizerektor vizerektorin bundesministerin"
    " bundesminister geschaftsleiter geschaftsleiterin jurist juristin freiberufler freiberuflerin"
    " selbststandig selbststandige rentner rentnerin backer backerin imker imkerin gartner"
    " gartnerin musiker musikerin illustrator illustratorin koch kochin hebamme logopade logopadin"
    " philosoph philosophin mathematiker mathematikerin astronom astronomin geograf geografin"
    " botaniker botanikerin winzer winzerin tischler tischlerin schauspieler schauspielerin"
    " regisseur regisseurin erzieher erzieherin pfarrer pfarrerin seelsorger seelsorgerin bauer"
    " bauerin gerber handwerker handwerkerin gesellschafter gesellschafterin bildhauer bildhauerin"
    " fotograf fotografin kunstler kunstlerin landesvorsitzende"
    # Dutch
    " directeur directrice adjunct-directeur voorzitter vice-voorzitter hoogleraar docent docente"
    " keramist smid meubelmaker wijnboer herder boswachter archivaris bibliothecaresse"
    " galeriehouder danser danseres producent dichter dichteres uitgever uitgeefster tolk"
    " chirurg werker vrijwilliger vrijwilligster leerkracht vennoot landmeter agronoom"
    " stadsgids gids kwartiermaker regisseur gebiedsregisseur coach buurtcoach energiecoach"
    " landschapsarchitect softwarearchitect ziekenhuisapotheker beleidsmaker choreograaf"
    " choreografe bisschop oprichters vioolbouwer"
    " lector universitair onderzoeker onderzoekster adviseur adviseuse oprichter oprichtster"
    " bestuurder bestuurslid redacteur redactrice hoofd hoofdredacteur eigenaar eigenaresse"
    " advocaat advocate projectleider teamleider wethouder minister burgemeester decaan"
    " wetenschapper promovendus promovenda deskundige specialist analist architect arts huisarts"
    " natuurkundige scheikundige bioloog biologe geoloog psycholoog psychologe socioloog historicus"
    " historica econoom econome conservator bibliothecaris leraar lerares ambtenaar commissaris"
    " ambassadeur woordvoerder woordvoerster auteur schrijver schrijfster ondernemer ondernemster"
    " ontwikkelaar programmeur statisticus technicus trainer opleider coach bemiddelaar notaris"
    " officier rechter kamerlid senator vertegenwoordiger lid penningmeester secretaris coordinator"
    " medewerker medewerkster assistent assistente beleidsmedewerker beleidsadviseur manager"
    " journalist journaliste ingenieur consultant planoloog verpleegkundige apotheker dierenarts"
    " gedeputeerde stagiair student studente partner beheerder zaakvoerder gedelegeerd presentator"
    " presentatrice dagvoorzitter zelfstandige gepensioneerde ambachtsman bakker bakster imker"
    " gids restaurateur muzikant illustrator kok verloskundige logopedist filosoof wiskundige"
    " sterrenkundige meteoroloog ecoloog ecologe botanicus boer boerin tuinder brouwer verteller"
    " acteur actrice dominee predikant imam fotograaf kunstenaar kunstenares vormgever"
    " vormgeefster activist activiste voedingsdeskundige"
)

ROMANCE = word_set(
    # Italian
    " direttore direttrice vicedirettore vicedirettrice presidente presidentessa vicepresidente"
    " sovrintendente soprintendente liutaio fabbro falegname sarto sarta scenografo scenografa"
    " cantautore numismatico inviato inviata lettrice pediatra volontario volontaria"
    " parlamentare europarlamentare magistrata notaia revisore revisora geometra perito perita"
    " enologo enologa pasticciere startupper grafica videomaker coreografo coreografa"
    " antiquario antiquaria zoologo zoologa botanico botanica naturalista guardaparco"
    " capoufficio cultore cultrice associato associata addetta delegati fondatori fondatrici"
    " vescovo libraio libraia barista"
    " responsabile amministratore amministratrice delegato delegata docente professore"
    " professoressa ricercatore ricercatrice consulente avvocato avvocata avvocatessa ingegnere"
    " ingegnera fondatore fondatrice cofondatore cofondatrice segretario segretaria coordinatore"
    " coordinatrice dirigente capo capoprogetto socio socia titolare redattore redattrice"
    " caporedattore caporedattrice giornalista assessore assessora assessorato sindaco sindaca"
    " ministro ministra sottosegretario sottosegretaria rettore rettrice prorettore prorettrice"
    " preside esperto esperta specialista analista architetto architetta medico medica dottorando"
    " dottoranda dottore dottoressa assegnista scienziato scienziata fisico chimico chimica"
    " biologo biologa geologo geologa psicologo psicologa sociologo sociologa storico economista"
    " curatore curatrice bibliotecario bibliotecaria insegnante maestro maestra funzionario"
    " funzionaria commissario commissaria ambasciatore ambasciatrice consigliere consigliera"
    " portavoce autore autrice scrittore scrittrice imprenditore imprenditrice progettista"
    " sviluppatore sviluppatrice programmatore programmatrice statistico tecnico tecnologo"
    " tecnologa"
    " formatore formatrice educatore educatrice mediatore mediatrice commercialista notaio"
    " procuratore magistrato giudice deputato deputata senatore senatrice rappresentante referente"
    " addetto addetta membro tesoriere tesoriera proprietario proprietaria gestore operatore"
    " operatrice infermiere infermiera farmacista veterinario veterinaria agronomo agronoma"
    " archivista archeologo archeologa regista attore attrice fotografo fotografa moderatore"
    " conduttore conduttrice borsista studente studentessa collaboratore collaboratrice garante"
    " supervisore traduttore traduttrice interprete vicesindaco vicesindaca ordinario ordinaria"
    " prefetto questore primario primaria parroco presentatore presentatrice professionista"
    " pensionato pensionata artigiano artigiana contadino contadina panettiere fornaio apicoltore"
    " apicoltrice guida restauratore restauratrice musicista attivista illustratore illustratrice"
    " disegnatore grafico cuoco cuoca pasticcere ostetrica logopedista pedagogista antropologo"
    " antropologa linguista filosofo filosofa matematico matematica astronomo astrofisico"
    " astrofisica ingegneressa facilitatore facilitatrice"
    # French
    " directeur directrice vice-president vice-presidente president presidente chef cheffe gerant"
    " luthier luthiere ebeniste forgeron vigneron vigneronne oenologue sommelier sommeliere"
    " maraicher maraichere eleveur eleveuse berger bergere garde forestier forestiere jardinier"
    " jardiniere astrophysicien astrophysicienne geophysicien geophysicienne regisseur"
    " regisseuse metteuse danseur danseuse cineaste monteur monteuse romancier romanciere poete"
    " poetesse editeur editrice correcteur chirurgien chirurgienne assistant assistante"
    " benevole huissier huissiere ater proviseur proviseure webmestre facilitateur"
    " facilitatrice geometre pediatre entrepreneurs fondateurs eveque libraire"
    " gerante fondateur fondatrice cofondateur cofondatrice co-fondatrice co-fondateur professeur"
    " professeure maitre maitresse chercheur chercheuse enseignant enseignante"
    " enseignant-chercheur enseignante-chercheuse ingenieur ingenieure avocat avocate conseiller"
    " conseillere consultant consultante redacteur redactrice journaliste charge chargee doyen"
    " doyenne secretaire delegue deleguee adjoint adjointe pdg dg responsable expert experte"
    " specialiste analyste architecte medecin docteur docteure doctorant doctorante scientifique"
    " physicien physicienne chimiste biologiste geologue psychologue sociologue historien"
    " historienne economiste conservateur conservatrice bibliothecaire instituteur institutrice"
    " fonctionnaire commissaire ambassadeur ambassadrice porte-parole auteur auteure autrice"
    " ecrivain ecrivaine entrepreneur entrepreneuse developpeur developpeuse programmeur"
    " programmeuse statisticien statisticienne technicien technicienne formateur formatrice"
    " educateur educatrice mediateur mediatrice comptable notaire procureur magistrat magistrate"
    " juge depute deputee senateur senatrice maire representant representante referent referente"
    " attache attachee membre tresorier tresoriere proprietaire gestionnaire operateur operatrice"
    " infirmier infirmiere pharmacien pharmacienne veterinaire agronome archiviste archeologue"
    " realisateur realisatrice acteur actrice photographe animateur animatrice etudiant etudiante"
    " collaborateur collaboratrice coordinateur coordinatrice coordonnateur coordonnatrice"
    " administrateur administratrice associe associee dirigeant dirigeante recteur rectrice"
    " inspecteur inspectrice ministre prefet prefete prefete sous-prefet chroniqueur chroniqueuse"
    " concepteur conceptrice superviseur traducteur traductrice urbaniste geographe juriste"
    " presentateur independant independante retraite retraitee artisan artisane boulanger"
    " boulangere apiculteur apicultrice guide restaurateur restauratrice musicien musicienne"
    " illustrateur illustratrice cuisinier cuisiniere sage-femme orthophoniste philosophe"
    " astronome meteorologue ecologue botaniste paysagiste paysan paysanne viticulteur"
    " viticultrice potier potiere conteur conteuse comedien comedienne metteur militante militant"
    " chercheure assesseur mcf"
    " coach consul demographe epidemiologiste linguiste mathematicien mathematicienne"
    " preposee prepose titulaire"
    # Spanish
    " director directora subdirector subdirectora vicepresidente vicepresidenta presidenta profesor"
    " luthier herrero herrera carpintero carpintera enologo enologa sumiller pastelero"
    " pastelera ganadero ganadera pastor pastora guardabosques bailarin bailarina cineasta"
    " montador montadora productor productora poeta corrector correctora corresponsal pediatra"
    " cirujano cirujana trabajador trabajadora voluntario voluntaria teniente letrado letrada"
    " auditor auditora inspector inspectora apoderado apoderada vocal facilitador facilitadora"
    " hostelero hostelera cronista geografo geografa escenografo escenografa librero librera"
    " obispo fundadores"
    " profesora catedratico catedratica investigador investigadora jefe jefa gerente fundador"
    " fundadora cofundador cofundadora consultor consultora asesor asesora abogado abogada"
    " ingeniero"
    " ingeniera editor editora redactor redactora periodista secretaria secretario coordinador"
    " coordinadora decano decana vicedecano vicedecana rector rectora vicerrector vicerrectora"
    " experto experta especialista analista arquitecto arquitecta medico medica doctorando"
    " doctoranda doctor doctora cientifico cientifica fisico quimico quimica biologo biologa"
    " geologo"
    " geologa psicologo psicologa sociologo sociologa historiador historiadora economista"
    " conservador conservadora bibliotecario bibliotecaria maestro maestra funcionario funcionaria"
    " comisario comisaria embajador embajadora consejero consejera concejal concejala portavoz"
    " autor"
    " autora escritor escritora empresario empresaria emprendedor emprendedora desarrollador"
    " desarrolladora programador programadora estadistico tecnico tecnica formador formadora"
    " educador educadora mediador mediadora contable notario notaria fiscal magistrado magistrada"
    " juez jueza diputado diputada senador senadora alcalde alcaldesa representante responsable"
    " miembro tesorero tesorera propietario propietaria gestor gestora operador operadora enfermero"
    " enfermera farmaceutico farmaceutica veterinario veterinaria agronomo agronoma archivero"
    " archivera fotografo fotografa estudiante becario becaria colaborador colaboradora socio socia"
    " subsecretario subsecretaria ministro ministra encargado encargada delegado delegada"
    " administrador administradora docente licenciado licenciada traductor traductora urbanista"
    " presentador presentadora mediador autonomo autonoma jubilado jubilada artesano artesana"
    " panadero panadera apicultor apicultora guia restaurador restauradora musico illustrador"
    " ilustrador ilustradora cocinero cocinera matrona logopeda filosofo filosofa matematico"
    " matematica astronomo astronoma meteorologo meteorologa ecologo ecologa botanico paisajista"
    " agricultor agricultora viticultor cuentero cuentera narrador narradora activista actor"
    " actriz comunicador comunicadora tallerista"
    # Portuguese
    " diretor diretora subdiretor subdiretora vice-presidente professor professora pesquisador"
    " luthier ferreiro ferreira marceneiro marceneira enologo enologa confeiteiro confeiteira"
    " pescador pescadora cineasta produtor produtora poeta revisor revisora correspondente"
    " terapeuta pediatra cirurgiao cirurgia voluntario voluntaria solicitador solicitadora"
    " auditor auditora bolseiro bolseira responsavel vogal cacique quilombola bibliotecaria"
    " livreiro livreira bispo fundadores"
    " pesquisadora chefe gerente fundadora sociofundador sociofundadora cofundador consultor"
    " consultora assessor assessora advogado advogada engenheiro engenheira redator redatora"
    " jornalista secretario secretaria coordenador coordenadora decano reitor reitora vice-reitor"
    " vice-reitora pro-reitor pro-reitora especialista analista arquiteto arquiteta medico"
    " doutorando doutoranda doutor doutora cientista fisico quimico biologo bibliotecaria geologo"
    " psicologo sociologo historiador economista curador curadora bibliotecario funcionario"
    " comissario comissaria embaixador embaixadora conselheiro conselheira vereador vereadora"
    " porta-voz escritor empresario empreendedor empreendedora desenvolvedor desenvolvedora"
    " programador tecnico formador educador mediador contador contadora promotor promotora juiz"
    " juiza deputado deputada senador prefeito prefeita representante membro tesoureiro tesoureira"
    " proprietario gestor gestora operador enfermeiro enfermeira farmaceutico veterinario estudante"
    " bolsista colaborador colaboradora socio socia ministro encarregado delegado administrador"
    " administradora docente mestre investigadora orientador orientadora presidente tradutor"
    " apresentador apresentadora aposentado aposentada artesao artesa padeiro padeira apicultor"
    " apicultora guia restaurador restauradora musico ilustrador ilustradora cozinheiro cozinheira"
    " parteira filosofo filosofa matematico matematica astronomo astronoma ecologo ecologa"
    " paisagista agricultor agricultora contador ativista ator atriz comunicador comunicadora"
    " artista fotografo fotografa bastonario bastonaria provedor provedora desembargador"
    " desembargadora vice-diretor vice-diretora"
)

# Endings of compounds: ``Abteilungsleiterin``, ``beleidsadviseur``.
TITLE_ENDS = (
    "leiter", "leiterin", "fuhrer", "fuhrerin", "beauftragte", "beauftragter", "direktor",
    "direktorin", "manager", "managerin", "vorsitzender", "vorsitzende", "prasident",
    "prasidentin", "professor", "professorin", "referent", "referentin", "berater", "beraterin",
    "redakteur", "redakteurin", "directeur", "leider", "leidster", "voorzitter", "medewerker",
    "adviseur", "forscher", "forscherin", "wissenschaftler", "wissenschaftlerin", "ingenieur",
    "ingenieurin", "entwickler", "entwicklerin", "anwalt", "anwaltin", "sprecher", "sprecherin",
    "experte", "expertin", "spezialist", "spezialistin", "analyst", "analystin", "architekt",
    "architektin", "koordinator", "koordinatorin", "assistent", "assistentin", "lehrer",
    "lehrerin", "padagoge", "padagogin", "therapeut", "therapeutin", "trainerin", "grunder",
    "grunderin", "ministerin", "sekretar", "sekretarin", "meisterin", "mitglied", "verwalter",
    "verwalterin", "planer", "planerin", "loge", "login", "loog", "ologist", "grapher", "arztin",
    "onderzoeker", "deskundige", "specialist", "coordinator", "ontwikkelaar", "ambtenaar",
    "bestuurder", "redacteur", "docent", "hoogleraar", "kundige", "mitarbeiter", "mitarbeiterin",
    "chefin", "inspektor", "inspektorin", "ombudsmann", "ombudsfrau", "betreuer", "betreuerin",
    "logue", "logiste", "logista", "torando", "toranda", "strando", "stranda", "iatre",
    "ologo", "ologa", "designer", "designerin", "scientist", "engineer", "autorin",
    "pfleger", "pflegerin", "okonom", "okonomin", "hoofd", "strategin", "stratege", "officer",
)  # fmt: skip

# Endings of those who do something, of words with seven letters or more: ``ceramista``.
DOING_ENDS = (
    "loge", "login", "logue",
    "ista", "iste", "ist", "istin", "ologo", "ologa", "ografo", "ografa", "graphe", "graaf",
    "grafe", "grafin", "loog", "iatra", "nauta", "trice", "tore", "eur", "icien", "icienne",
    "terapeuta", "therapeute", "peut", "iker", "ikerin", "erin", "ratin", "meister", "handler",
    "handlerin", "prufer", "pruferin", "arbeiter", "arbeiterin", "arzt", "schrijver", "werker",
    "lichter", "ontwerper", "begeleider", "vertaler", "vertaalster", "lid", "arts", "keeper",
    "monger", "seller", "runner", "blower", "mistress", "teacher", "doctor", "doctorante",
    "nomo", "noma", "grafos", "logist", "makelaar", "anwarter", "anwarterin", "wetenschapper",
)  # fmt: skip
NOT_DOING = word_set(
    "rivista revista boavista entrevista intervista autopista batista baptista battista evangelista"
    " baptiste checklist shortlist playlist wishlist zeitgeist beatrice patrice salvatore settore"
    " motore vettore fattore interieur exterieur superieur inferieur majeur mineur meilleur valeur"
    " couleur honneur secteur moteur bonheur chaleur vapeur seigneur monsieur pasteur lesueur"
    " paragraphe orthographe autographe telegraphe katherin severin glycerin bergqvist lindqvist almqvist"
    " nyqvist ahlqvist existe catherin quarts cohorts sports reports experts charts starts resorts"
    " efforts exports imports airports transports supports biblioteca bookseller invalid orchid"
    " dialogue catalogue prologue epilogue monologue analogue horloge agronoma tore storyteller economista bestseller concerts deserts converts inserts asserts"
    " courts hearts smarts parts marts darts madrid euclid solid liquid stupid hybrid agentur"
)
